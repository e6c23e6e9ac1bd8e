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

/// CloudFormation's functions in a template: `Ref`, `Fn::GetAtt`, `Fn::Sub` and `Fn::Join`, in the
/// short and the long form. Any other is refused, so that nothing in the template is read as
/// something it is not.
final class Intrinsics {

    /// What AWS would fill in; on one machine the values only have to be the same everywhere.
    static final String PARTITION = "aws";

    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "000000000000";

    private static final Map<String, String> PSEUDO =
            Map.of(
                    "AWS::Partition", PARTITION,
                    "AWS::Region", REGION,
                    "AWS::AccountId", ACCOUNT,
                    "AWS::StackName", "bagalau",
                    "AWS::URLSuffix", "amazonaws.com");

    private static final List<String> TAGS =
            List.of("Ref", "GetAtt", "Sub", "Join", "If", "Select", "Split", "FindInMap");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, Object> resources;
    private final Map<String, Object> parameters;
    private final Map<String, String> values;
    private final String prefix;

    private Intrinsics(
            Map<String, Object> resources,
            Map<String, Object> parameters,
            Map<String, String> values,
            String prefix) {
        this.resources = resources;
        this.parameters = parameters;
        this.values = values;
        this.prefix = prefix;
    }

    /// Reads YAML with CloudFormation's tags as maps of the long form.
    static Map<String, Object> parse(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setLabel("template.yaml").setCodePointLimit(1 << 24).build();
        return mapping(new Load(settings, new Tagged(settings)).loadFromString(yaml), "template");
    }

    /// `root` with every function resolved; `values` are the parameters given, `prefix` stands
    /// before the name of each table, bucket and queue.
    static Map<String, Object> resolve(
            Map<String, Object> root, Map<String, String> values, String prefix) {
        Map<String, Object> resources = section(root, "Resources");
        Intrinsics intrinsics =
                new Intrinsics(resources, section(root, "Parameters"), values, prefix);
        Map<String, Object> resolved = new LinkedHashMap<>();
        resources.forEach((id, resource) -> resolved.put(id, intrinsics.resolve(resource)));
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
                map.forEach((key, item) -> out.put(key.toString(), resolve(item)));
                yield out;
            }
            case Collection<?> many -> {
                List<Object> out = new ArrayList<>();
                many.forEach(item -> out.add(resolve(item)));
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
            case "Ref" -> ref(argument.toString());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(argument);
            default ->
                    throw new IllegalArgumentException(
                            "template.yaml: " + entry.getKey() + " is not understood here");
        };
    }

    /// A parameter without a value stands as its own name: what needs a real one names it.
    private String ref(String name) {
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
        if (!name.equals("Arn")) {
            return ref(id) + "." + name;
        }
        return switch (type) {
            case Template.TABLE -> tableArn(ref(id));
            case "AWS::KMS::Key" -> arn("kms", "key/" + ref(id));
            case Template.FUNCTION -> arn("lambda", "function:" + ref(id));
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
