package kz.bagalau.appraisal;

import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Forms;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.directory.dynamo.DynamoAppraisalForms;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoEmployeeMethodologies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.appraisal.EmployeeMethodology;

/// The desk of a deployed function.
final class Production {

    private Production() {}

    static Desk desk() {
        var staffs = DynamoStaffs.fromEnvironment();
        var methodologies = DynamoEmployeeMethodologies.fromEnvironment();
        return new Desk(
                DynamoCases.fromEnvironment(),
                body -> staffs.of(body).staff(),
                (body, day) -> methodologies.inForce(body, EmployeeMethodology.M245, day),
                Forms.of(DynamoAppraisalForms.fromEnvironment()),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock(),
                DynamoEnclosures.addresses());
    }
}
