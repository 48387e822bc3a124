package io.thresher.server.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UploadLimitTest.SmallUploads.class)
class UploadLimitTest {

    /** Uploads of 10,000 bytes at the most. */
    public static class SmallUploads implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("thresher.upload.max-bytes", "10000");
        }
    }

    @Test
    void an_upload_over_the_limit_is_a_problem_that_names_the_limit() {
        refused(given().multiPart("file", "x.csv", new byte[20_000]).post("/api/v1/datasets"));
    }

    @Test
    void a_request_that_says_it_is_over_the_limit_is_refused_unread() {
        refused(given().contentType("application/json").body(new byte[20_000]).post("/api/v1/datasets"));
    }

    private static void refused(Response response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("detail")).contains("10000");
    }
}
