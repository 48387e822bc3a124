package io.thresher.server.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.thresher.server.TemporaryHome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TemporaryHome.class)
class PagesTest {
    private static final String HOSTILE = "<script>alert('name')</script>";

    @Test
    void home_lists_an_uploaded_dataset_with_a_link_to_it() {
        String id = upload("flowers", "size,colour\n1,red\n2,blue\n3,red\n4,blue\n");

        String page = page("/", 200);

        assertThat(page).contains("<a href=\"/datasets/" + id + "\">flowers</a>");
    }

    @Test
    void a_dataset_page_shows_its_columns_and_proposes_task_and_metric_for_each_target() {
        String id = upload("houses", "rooms,price,sold\n1,10.5,yes\n2,20.25,no\n3,,yes\n4,40.75,no\n5,51.5,no\n");

        String page = page("/datasets/" + id, 200);

        assertThat(page)
                .contains("5 rows, 3 columns")
                .contains("20.0 %")
                .contains("value=\"price\" data-task=\"regression\" data-metric=\"rmse\"")
                .contains("value=\"sold\" data-task=\"binary\" data-metric=\"roc_auc\"")
                .contains("<option value=\"default\">");
    }

    @Test
    void names_of_datasets_and_columns_are_text_and_never_markup() {
        String id = upload(HOSTILE, "\"<img src=x onerror=alert(1)>\",label\n1,a\n2,b\n3,a\n4,b\n");

        for (String path : new String[] {"/", "/datasets/" + id}) {
            assertThat(page(path, 200)).doesNotContain(HOSTILE).contains("&lt;script&gt;alert(");
        }
        assertThat(page("/datasets/" + id, 200))
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void what_is_not_there_is_told_on_a_page_of_its_own() {
        for (String path :
                new String[] {"/datasets/nothing", "/searches/nothing", "/searches/nothing/trials/3", "/no"}) {
            assertThat(page(path, 404)).contains("class=\"site-head\"").contains("There is no such");
        }
    }

    @Test
    void a_program_gets_a_problem_where_a_browser_gets_a_page() {
        given().accept("text/html,*/*;q=0.8")
                .get("/api/v1/datasets/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static String page(String path, int status) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private static String upload(String name, String table) {
        return given().multiPart("name", name)
                .multiPart("file", "table.csv", table.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
