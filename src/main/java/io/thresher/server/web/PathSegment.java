package io.thresher.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A name as it stands between two slashes of an address. */
final class PathSegment {

    private PathSegment() {}

    static String of(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
