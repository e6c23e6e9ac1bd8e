package kz.bagalau.local.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.start.NotStarted;

/// JSON Web Tokens signed with RS256 under the host's own key, and their check.
public final class Tokens {

    static final Duration LIFETIME = Duration.ofHours(8);

    public static final String FILE = "issuer.key";
    private static final String KEY_ID = "local";

    private final RSAPrivateCrtKey key;
    private final PublicKey publicKey;
    private final Clock real;
    private final String issuer;
    private final String audience;
    private final String rolePrefix;

    /// The key is made at the first start and kept, so that tokens outlive a restart.
    ///
    /// @param rolePrefix what stands before the name of each role in a token
    public Tokens(DataFolder data, Clock real, String issuer, String audience, String rolePrefix) {
        this.real = real;
        this.issuer = issuer;
        this.audience = audience;
        this.rolePrefix = rolePrefix;
        try {
            String stored = data.read(FILE).orElseGet(() -> newKey(data));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            this.key =
                    (RSAPrivateCrtKey)
                            rsa.generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(stored.strip())));
            this.publicKey =
                    rsa.generatePublic(
                            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new NotStarted(
                    "The issuer's key in " + data.file(FILE) + " cannot be read: delete it", e);
        }
    }

    private static String newKey(DataFolder data) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String text =
                    Base64.getEncoder()
                            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            data.write(FILE, text);
            return text;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /// A token for `person`, valid from now on, in real time.
    public String issue(Person person) {
        ObjectNode claims = Json.object();
        claims.put("iss", issuer).put("aud", audience).put("sub", person.subject());
        var roles = claims.putArray("roles");
        person.roles().forEach(role -> roles.add(rolePrefix + role));
        person.body().ifPresent(body -> claims.put("body", body));
        person.name().ifPresent(name -> claims.put("name", name));
        person.territory().ifPresent(territory -> claims.put("territory", territory));
        long now = real.instant().getEpochSecond();
        claims.put("iat", now).put("exp", now + LIFETIME.toSeconds());
        return sign(claims);
    }

    /// Any claims, signed.
    public String sign(ObjectNode claims) {
        String header =
                Json.write(Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", KEY_ID));
        String signed = encode(header.getBytes(StandardCharsets.UTF_8));
        signed += "." + encode(Json.write(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the issuer's key does not sign", e);
        }
    }

    ObjectNode jwks() {
        ObjectNode set = Json.object();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("n", encode(unsigned(key.getModulus().toByteArray())))
                .put("e", encode(unsigned(key.getPublicExponent().toByteArray())));
        return set;
    }

    /// The claims of a token with this issuer's signature, one of the audiences, and a time within
    /// which it is valid (as API Gateway's authorizer checks); else empty.
    public Optional<JsonNode> check(String token, String wantedIssuer, List<String> audiences) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            JsonNode header = Json.parse(utf8(decoder.decode(parts[0])));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!header.path("alg").asText().equals("RS256")
                    || !signature.verify(decoder.decode(parts[2]))) {
                return Optional.empty();
            }
            JsonNode claims = Json.parse(utf8(decoder.decode(parts[1])));
            long now = real.instant().getEpochSecond();
            boolean valid =
                    claims.path("iss").asText().equals(wantedIssuer)
                            && isFor(claims, audiences)
                            && claims.path("exp").asLong(0) > now
                            && claims.path("nbf").asLong(0) <= now
                            && claims.path("iat").asLong(0) <= now;
            return valid ? Optional.of(claims) : Optional.empty();
        } catch (GeneralSecurityException | JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFor(JsonNode claims, List<String> audiences) {
        JsonNode audience = claims.path("aud");
        if (audience.isArray()) {
            for (JsonNode one : audience) {
                if (audiences.contains(one.asText())) {
                    return true;
                }
            }
            return false;
        }
        return audiences.contains(audience.asText());
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] unsigned(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == 0) {
            byte[] shorter = new byte[bytes.length - 1];
            System.arraycopy(bytes, 1, shorter, 0, shorter.length);
            return shorter;
        }
        return bytes;
    }
}
