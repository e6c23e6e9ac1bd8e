package kz.bagalau.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;

/// A file that a personnel service wants to send.
record Upload(String body, String form, String period, String fileName, byte[] content) {

    static Upload of(String body, String form) {
        return new Upload(body, form, "2025", form + ".xlsx", bytes("{}"));
    }

    /// A file that says these facts, as [JsonReading] reads them.
    Upload says(String json) {
        return content(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Upload content(byte[] other) {
        return new Upload(body, form, period, fileName, other);
    }

    Upload period(String other) {
        return new Upload(body, form, other, fileName, content);
    }

    Upload name(String other) {
        return new Upload(body, form, period, other, content);
    }

    ObjectNode json() {
        return Json.object()
                .put("body", body)
                .put("form", form)
                .put("period", period)
                .put("fileName", fileName)
                .put("bytes", content.length)
                .put("sha256", sha256(content));
    }

    Call request(Stage stage) {
        Caller hr = Stage.hr(body);
        return stage.request("RequestUpload", "POST /reports").by(hr).body(json());
    }

    static ObjectNode scan(String name, int bytes) {
        return Json.object()
                .put("fileName", name)
                .put("bytes", bytes)
                .put("sha256", sha256(new byte[bytes]));
    }

    static String sha256(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
