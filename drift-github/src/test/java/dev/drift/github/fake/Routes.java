package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What each operation does. */
final class Routes {

    private final FakeRepository repository;
    private final Door door;

    Routes(FakeRepository repository, Door door) {
        this.repository = repository;
        this.door = door;
    }

    Reply answer(Asked asked, Operation operation) {
        String last = operation.last(asked);
        Value sent = asked.body();
        return switch (operation.id()) {
            case "issues/list-comments" ->
                page(asked, repository.comments, each -> isAbout(each, "issue_url", "/issues/" + last));
            case "issues/create-comment" -> repository.comment(last, sent);
            case "issues/update-comment" -> repository.editComment(last, sent);
            case "issues/list-for-repo" ->
                page(asked, repository.issues(asked.query().get("sort")), each -> isWanted(each, asked.query()));
            case "issues/create" -> repository.open(sent);
            case "issues/update" -> repository.editIssue(last, sent);
            case "checks/list-for-ref" ->
                checks(last, asked.query().get("check_name"), asked.query().getOrDefault("filter", "latest"));
            case "checks/create" -> repository.check(sent);
            case "checks/update" -> repository.editCheck(last, sent);
            case "repos/list-commit-statuses-for-ref" ->
                page(asked, repository.statuses, each -> isAbout(each, "url", "/statuses/" + last));
            case "repos/create-commit-status" -> repository.status(last, sent);
            case "repos/list-deployments" ->
                page(
                        asked,
                        repository.deployments.all,
                        each -> isAlike(each, asked.query(), "sha", "ref", "task", "environment"));
            case "repos/create-deployment" -> repository.deployments.make(sent);
            case "repos/list-deployment-statuses" ->
                page(
                        asked,
                        repository.deployments.statuses,
                        each -> isAbout(each, "deployment_url", "/deployments/" + last));
            case "repos/create-deployment-status" -> repository.deployments.tell(last, sent);
            case "apps/get-repo-installation" -> door.app.installation();
            case "apps/create-installation-access-token" -> door.app.give(sent);
            default -> Reply.refused(404, "Not Found");
        };
    }

    private static boolean isAbout(Value each, String link, String end) {
        return each.field(link).text().filter(address -> address.endsWith(end)).isPresent();
    }

    private static boolean isAlike(Value each, Map<String, String> query, String... fields) {
        return List.of(fields).stream()
                .filter(query::containsKey)
                .allMatch(field -> each.field(field).equals(Value.of(query.get(field))));
    }

    private static boolean isWanted(Value issue, Map<String, String> query) {
        boolean labelled = issue.field("labels").items().stream()
                .anyMatch(label -> label.field("name").text().equals(Optional.ofNullable(query.get("labels"))));
        return (labelled || !query.containsKey("labels"))
                && issue.field("state").equals(Value.of(query.getOrDefault("state", "open")));
    }

    private Reply checks(String commit, String name, String filter) {
        List<Value> named = FakeRepository.listed(
                repository.checks,
                each -> each.field("head_sha").equals(Value.of(commit))
                        && (name == null || each.field("name").equals(Value.of(name))));
        boolean latest = filter.equals("latest") && !named.isEmpty();
        List<Value> shown = latest ? named.subList(named.size() - 1, named.size()) : named;
        return Reply.ok(Value.of(Map.of(
                "total_count",
                Value.of(shown.size()),
                "check_runs",
                Value.of(shown.stream().map(FakeRepository::shownCheck).toList()))));
    }

    private static Reply page(Asked asked, List<Map<String, Value>> things, Predicate<Value> wanted) {
        int size = asked.number("per_page", 30);
        int number = asked.number("page", 1);
        List<Value> all = FakeRepository.listed(things, wanted);
        int from = Math.min(all.size(), (number - 1) * size);
        int to = Math.min(all.size(), from + size);
        Reply reply = Reply.ok(Value.of(all.subList(from, to)));
        return to < all.size() ? reply.with("next page", String.valueOf(number + 1)) : reply;
    }
}
