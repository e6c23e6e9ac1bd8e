// Fails where CloudFormation or SAM would refuse a template, or where its own rules warn. What is only advice (tags, a
// deletion policy on logs and alarms) is left out.
import cloudformation from "@aws/cloudformation-validate";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node check.js TEMPLATE…");
  process.exit(2);
}
const engine = new cloudformation.RegoEngine();
let failed = false;
for (const file of files) {
  const report = engine.validateStandard(new cloudformation.TemplateFile(file), { severityLevel: "WARN" });
  for (const finding of report.diagnostics) {
    const where = [finding.entity?.logicalId, finding.propertyPath].filter(Boolean).join(" ");
    console.error(`${file}:${finding.startLine ?? 0} ${finding.severity} ${finding.ruleId} ${where}: ${finding.message}`);
  }
  if (report.status !== "OK") {
    console.error(`${file}: the check ended with ${report.status}`);
  }
  failed ||= report.diagnostics.length > 0 || report.status !== "OK";
}
engine.free();
process.exit(failed ? 1 : 0);
