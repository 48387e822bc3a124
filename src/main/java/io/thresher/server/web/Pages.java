package io.thresher.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.searchspace.SearchSpaceResponse;
import java.util.List;

/** The templates in {@code templates/pages}, one a page. */
@CheckedTemplate(basePath = "pages")
final class Pages {

    private Pages() {}

    static native TemplateInstance home(List<SearchView> searches, List<DatasetView> datasets);

    static native TemplateInstance dataset(
            DatasetView dataset,
            List<DatasetView> tests,
            List<SearchView> searches,
            List<String> tasks,
            List<MetricView> metrics,
            List<SearchSpaceResponse> spaces);

    static native TemplateInstance search(
            SearchView search,
            List<LeaderboardRow> leaderboard,
            boolean more,
            List<TrialView> trials,
            List<SnippetView> snippets,
            SteeringView steering,
            boolean from);

    static native TemplateInstance trial(SearchView search, TrialView trial);

    static native TemplateInstance failure(FailureView failure);
}
