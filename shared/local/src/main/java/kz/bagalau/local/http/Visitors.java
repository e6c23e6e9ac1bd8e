package kz.bagalau.local.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who may ask the host. It has no password: programs of this computer may ask everything, and so
/// may its own pages. Pages of other origins may not, whichever way their browser sends what they
/// ask: by a script, a form, an image or a frame, or by a name that they let point here. They may
/// only lead people here by a link.
public final class Visitors {

    /// What a browser calls a page that was opened by this one, or by the person.
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /// How a form can be encoded; a script that sends these asks nobody before.
    private static final Set<String> FORMS = Set.of("multipart/form-data", "text/plain");

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String origin;
    private final String port;

    /// @param origin `http://localhost:8080`
    public Visitors(String origin) {
        this.origin = origin;
        this.port = origin.substring(origin.lastIndexOf(':'));
    }

    /// Why a request is refused; empty where it is not.
    public Optional<HostProblem> refusal(Request request) {
        if (!isNamedRightly(request) || isForeign(request)) {
            return Optional.of(HostProblem.FOREIGN_PAGE);
        }
        return isLocal(request) && isForm(request)
                ? Optional.of(HostProblem.NOT_JSON)
                : Optional.empty();
    }

    /// A page whose name points here sends that name.
    private boolean isNamedRightly(Request request) {
        String host = request.header("host").orElse("localhost" + port);
        String name = host.replaceFirst(":\\d+$", "");
        String rest = host.substring(name.length());
        return NAMES.contains(name) && (rest.isEmpty() || rest.equals(port));
    }

    private boolean isForeign(Request request) {
        Optional<String> from = request.header("origin");
        if (from.isPresent()) {
            return !from.get().replace("//127.0.0.1:", "//localhost:").equals(origin);
        }
        Optional<String> site = request.header("sec-fetch-site");
        return site.isPresent() && !OWN.contains(site.get()) && !isLink(request);
    }

    /// Somebody followed a link to a page; what exists on one machine only is no page.
    private static boolean isLink(Request request) {
        return request.method().equals("GET")
                && request.header("sec-fetch-mode").orElse("").equals("navigate")
                && request.header("sec-fetch-dest").orElse("").equals("document")
                && !isLocal(request);
    }

    private static boolean isLocal(Request request) {
        return request.path().startsWith("/local/");
    }

    private static boolean isForm(Request request) {
        String type = request.header("content-type").orElse("").split(";", 2)[0];
        return FORMS.contains(type.trim().toLowerCase(Locale.ROOT));
    }
}
