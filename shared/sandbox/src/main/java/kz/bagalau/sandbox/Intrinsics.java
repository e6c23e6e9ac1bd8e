package kz.bagalau.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// CloudFormation's functions in a template: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::Join`,
/// `Fn::Select`, `Fn::Split`, and `Fn::If` with conditions of `Fn::Equals` and `Fn::Not`, in the
/// short and the long form. Any other is refused, so that nothing in the template is read as
/// something it is not.
final class Intrinsics {

    /// What AWS would fill in; on one machine the values only have to be the same everywhere.
    static final String PARTITION = "aws";

    static final String STACK_NAME = "AWS::StackName";
    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "000000000000";

    private static final Map<String, String> PSEUDO =
            Map.of(
                    "AWS::Partition",
                    PARTITION,
                    "AWS::Region",
                    REGION,
                    "AWS::AccountId",
                    ACCOUNT,
                    STACK_NAME,
                    "bagalau",
                    "AWS::StackId",
                    "arn:aws:cloudformation:eu-central-1:000000000000:stack/bagalau/"
                            + "00000000-0000-0000-0000-000000000000",
                    "AWS::URLSuffix",
                    "amazonaws.com");

    /// What `Ref: AWS::NoValue` becomes: the property that has it is not there.
    private static final Object NO_VALUE = new Object();

    /// The one-machine host's own issuer has no TLS.
    private static final Pattern THIS_MACHINE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");

    private static final List<String> TAGS =
            List.of(
                    "Ref",
                    "GetAtt",
                    "Sub",
                    "Join",
                    "If",
                    "Equals",
                    "Not",
                    "And",
                    "Or",
                    "Condition",
                    "Select",
                    "Split",
                    "FindInMap");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, Object> resources;
    private final Map<String, Object> parameters;
    private final Map<String, Object> conditions;
    private final Map<String, String> values;
    private final String prefix;

    private Intrinsics(Map<String, Object> root, Map<String, String> values, String prefix) {
        this.resources = section(root, "Resources");
        this.parameters = section(root, "Parameters");
        this.conditions = section(root, "Conditions");
        this.values = values;
        this.prefix = prefix;
    }

    /// Reads YAML with CloudFormation's tags as maps of the long form.
    static Map<String, Object> parse(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setLabel("template.yaml").setCodePointLimit(1 << 24).build();
        return mapping(new Load(settings, new Tagged(settings)).loadFromString(yaml), "template");
    }

    /// `root` with every function resolved and without the resources whose condition does not hold;
    /// `values` are the parameters given and perhaps `AWS::StackName`, `prefix` stands before the
    /// name of each table, bucket and queue. Throws [IllegalArgumentException] for a value that
    /// CloudFormation would refuse.
    static Map<String, Object> resolve(
            Map<String, Object> root, Map<String, String> values, String prefix) {
        Intrinsics intrinsics = new Intrinsics(root, values, prefix);
        intrinsics.checkParameters();
        Map<String, Object> resolved = new LinkedHashMap<>();
        intrinsics.resources.forEach((id, resource) -> {
            if (optional(mapping(resource, id), "Condition").map(intrinsics::holds).orElse(true)) {
                resolved.put(id, intrinsics.resolve(resource));
            }
        });
        Map<String, Object> out = new LinkedHashMap<>(root);
        out.put("Resources", resolved);
        out.put("Globals", intrinsics.resolve(section(root, "Globals")));
        return out;
    }

    static Map<String, Object> section(Map<String, Object> map, String name) {
        return mapping(map.getOrDefault(name, Map.of()), name);
    }

    static List<Object> list(Map<String, Object> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many ? new ArrayList<>(many) : List.of(value);
    }

    static List<String> strings(Map<String, Object> map, String name) {
        return list(map, name).stream().map(Object::toString).toList();
    }

    static String text(Map<String, Object> map, String name) {
        return optional(map, name)
                .orElseThrow(() -> new IllegalArgumentException("template.yaml: no " + name));
    }

    static Optional<String> optional(Map<String, Object> map, String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("template.yaml: " + where + " is not a mapping");
    }

    private Object resolve(Object value) {
        return switch (value) {
            case Map<?, ?> map when map.size() == 1 && isFunction(map) -> call(map);
            case Map<?, ?> map -> {
                Map<String, Object> out = new LinkedHashMap<>();
                map.forEach((key, item) -> {
                    Object resolved = resolve(item);
                    if (resolved != NO_VALUE) {
                        out.put(key.toString(), resolved);
                    }
                });
                yield out;
            }
            case Collection<?> many -> {
                List<Object> out = new ArrayList<>();
                many.stream().map(this::resolve).filter(item -> item != NO_VALUE).forEach(out::add);
                yield out;
            }
            default -> value;
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        String name = map.keySet().iterator().next().toString();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private Object call(Map<?, ?> map) {
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        Object argument = entry.getValue();
        return switch (entry.getKey().toString()) {
            case "Ref" -> reference(argument.toString());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::If" -> choose(argument);
            default ->
                    throw new IllegalArgumentException(
                            "template.yaml: " + entry.getKey() + " is not understood here");
        };
    }

    private void checkParameters() {
        values.forEach((name, value) -> {
            if (parameters.containsKey(name) && !THIS_MACHINE.matcher(value).matches()) {
                Map<String, Object> parameter = mapping(parameters.get(name), name);
                boolean fits =
                        optional(parameter, "AllowedPattern").map(value::matches).orElse(true)
                                && (!parameter.containsKey("AllowedValues")
                                        || strings(parameter, "AllowedValues").contains(value));
                if (!fits) {
                    throw new IllegalArgumentException(
                            "template.yaml: %s may not be %s".formatted(name, value));
                }
            }
        });
    }

    private Object choose(Object argument) {
        List<?> parts = (List<?>) argument;
        return resolve(holds(parts.get(0).toString()) ? parts.get(1) : parts.get(2));
    }

    private boolean holds(String condition) {
        if (!conditions.containsKey(condition)) {
            throw new IllegalArgumentException("template.yaml: no condition " + condition);
        }
        return isTrue(mapping(conditions.get(condition), condition));
    }

    private boolean isTrue(Map<String, Object> condition) {
        Map.Entry<String, Object> entry = condition.entrySet().iterator().next();
        List<?> parts = (List<?>) entry.getValue();
        return switch (entry.getKey()) {
            case "Fn::Equals" ->
                    resolve(parts.get(0)).toString().equals(resolve(parts.get(1)).toString());
            case "Fn::Not" -> !isTrue(mapping(parts.get(0), "Fn::Not"));
            default ->
                    throw new IllegalArgumentException(
                            "template.yaml: " + entry.getKey() + " is not understood here");
        };
    }

    private Object reference(String name) {
        return name.equals("AWS::NoValue") ? NO_VALUE : ref(name);
    }

    /// A parameter without a value stands as its own name: what needs a real one names it.
    private String ref(String name) {
        if (name.equals(STACK_NAME) && values.containsKey(STACK_NAME)) {
            return values.getOrDefault(STACK_NAME, "");
        }
        if (PSEUDO.containsKey(name)) {
            return PSEUDO.get(name);
        }
        if (parameters.containsKey(name)) {
            return Optional.ofNullable(values.get(name))
                    .or(() -> optional(mapping(parameters.get(name), name), "Default"))
                    .orElse(name);
        }
        if (!resources.containsKey(name)) {
            throw new IllegalArgumentException("template.yaml: no resource or parameter " + name);
        }
        return switch (type(name)) {
            case Template.TABLE -> prefix + name;
            case Template.BUCKET -> bucketName(name);
            case Template.QUEUE -> queueUrl(prefix + name);
            default -> name;
        };
    }

    /// A bucket's name is part of a host's name: small letters.
    private String bucketName(String id) {
        return (prefix + id).toLowerCase(Locale.ROOT);
    }

    private String attribute(Object argument) {
        List<String> parts =
                argument instanceof Collection<?> many
                        ? many.stream().map(Object::toString).toList()
                        : List.of(argument.toString().split("\\.", 2));
        String id = parts.get(0);
        String name = parts.get(1);
        String type = type(id);
        if (type.equals(Template.QUEUE)) {
            return switch (name) {
                case "Arn" -> queueArn(prefix + id);
                case "QueueName" -> prefix + id;
                case "QueueUrl" -> ref(id);
                default -> throw unknownAttribute(id, name);
            };
        }
        if (type.equals(Template.BUCKET)) {
            return switch (name) {
                case "Arn" -> bucketArn(ref(id));
                case "RegionalDomainName" -> bucketDomain(ref(id));
                default -> throw unknownAttribute(id, name);
            };
        }
        if (type.equals(Template.FUNCTION) && name.equals("Alias")) {
            return arn("lambda", "function:" + id + ":live");
        }
        if (!name.equals("Arn")) {
            return ref(id) + "." + name;
        }
        return switch (type) {
            case Template.TABLE -> tableArn(ref(id));
            case "AWS::KMS::Key" -> arn("kms", "key/" + ref(id));
            case Template.FUNCTION -> arn("lambda", "function:" + ref(id));
            case "AWS::IAM::Role" -> "arn:" + PARTITION + ":iam::" + ACCOUNT + ":role/" + id;
            default -> arn("unknown", ref(id));
        };
    }

    private static IllegalArgumentException unknownAttribute(String id, String name) {
        return new IllegalArgumentException(
                "template.yaml: " + name + " of " + id + " is not understood here");
    }

    static String tableArn(String name) {
        return arn("dynamodb", "table/" + name);
    }

    static String queueArn(String name) {
        return arn("sqs", name);
    }

    /// The same wherever the queues really are: only its last part, the queue's name, matters to
    /// whatever stands for SQS on one machine.
    static String queueUrl(String name) {
        return "https://sqs.%s.amazonaws.com/%s/%s".formatted(REGION, ACCOUNT, name);
    }

    static String bucketArn(String name) {
        return "arn:" + PARTITION + ":s3:::" + name;
    }

    static String bucketDomain(String name) {
        return name + ".s3." + REGION + ".amazonaws.com";
    }

    private static String arn(String service, String rest) {
        return String.join(":", "arn", PARTITION, service, REGION, ACCOUNT, rest);
    }

    private String substitute(Object argument) {
        Map<String, Object> own = Map.of();
        Object pattern = argument;
        if (argument instanceof List<?> pair) {
            pattern = pair.get(0);
            own = mapping(pair.get(1), "Fn::Sub");
        }
        Map<String, Object> variables = own;
        return VARIABLE.matcher(pattern.toString())
                .replaceAll(match -> {
                    String name = match.group(2);
                    Object value;
                    if (match.group(1).equals("!")) {
                        value = "${" + name + "}";
                    } else if (variables.containsKey(name)) {
                        value = resolve(variables.get(name));
                    } else if (!PSEUDO.containsKey(name) && name.contains(".")) {
                        value = attribute(name);
                    } else {
                        value = ref(name);
                    }
                    return Matcher.quoteReplacement(value.toString());
                });
    }

    private String join(Object argument) {
        List<?> pair = (List<?>) argument;
        List<String> parts = new ArrayList<>();
        for (Object part : (Collection<?>) pair.get(1)) {
            parts.add(resolve(part).toString());
        }
        return String.join(pair.get(0).toString(), parts);
    }

    private List<String> split(Object argument) {
        List<?> pair = (List<?>) argument;
        return List.of(
                resolve(pair.get(1)).toString().split(Pattern.quote(pair.get(0).toString()), -1));
    }

    private Object select(Object argument) {
        List<?> pair = (List<?>) argument;
        return ((List<?>) resolve(pair.get(1))).get(Integer.parseInt(pair.get(0).toString()));
    }

    private String type(String id) {
        if (!resources.containsKey(id)) {
            throw new IllegalArgumentException("template.yaml: no resource " + id);
        }
        return text(mapping(resources.get(id), id), "Type");
    }

    /// Turns `!Sub x` into `{"Fn::Sub": x}`.
    private static final class Tagged extends StandardConstructor {

        Tagged(LoadSettings settings) {
            super(settings);
            for (String name : TAGS) {
                String key = name.equals("Ref") ? name : "Fn::" + name;
                tagConstructors.put(
                        new Tag("!" + name),
                        new ConstructNode() {
                            @Override
                            public Object construct(@Nullable Node node) {
                                return new LinkedHashMap<>(Map.of(key, untagged(node)));
                            }
                        });
            }
        }

        private Object untagged(@Nullable Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                case null, default -> throw new IllegalArgumentException("no value after a tag");
            };
        }
    }
}
