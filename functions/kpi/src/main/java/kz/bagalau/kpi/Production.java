package kz.bagalau.kpi;

import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.directory.dynamo.DynamoEmployeeMethodologies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.kpi.desk.Desk;
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
                (body, day) ->
                        methodologies
                                .inForce(body, EmployeeMethodology.M002_CH6, day)
                                .map(Edition::value),
                DynamoBodies.fromEnvironment(),
                DynamoCalendars.fromEnvironment()::current,
                Runtime.current().clock(),
                DynamoEnclosures.addresses());
    }
}
