package dev.drift.terramate.cloud.origin;

import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.value.Value;
import java.util.Map;

/** Which variable of a job becomes which field of the metadata. */
final class JobVariables {

    private static final Map<String, String> GITHUB = Map.of(
            "GITHUB_REF_NAME", "github_actions_deployment_branch",
            "GITHUB_ACTOR_ID", "github_actions_deployment_actor_id",
            "GITHUB_ACTOR", "github_actions_deployment_actor",
            "GITHUB_TRIGGERING_ACTOR", "github_actions_triggered_by",
            "GITHUB_RUN_ID", "github_actions_run_id",
            "GITHUB_RUN_ATTEMPT", "github_actions_run_attempt",
            "GITHUB_WORKFLOW", "github_actions_workflow_name",
            "GITHUB_WORKFLOW_REF", "github_actions_workflow_ref",
            "GITHUB_SERVER_URL", "github_actions_server_url");

    private static final Map<String, String> GITLAB = Map.ofEntries(
            Map.entry("CI_PIPELINE_ID", "gitlab_cicd_pipeline_id"),
            Map.entry("CI_PIPELINE_SOURCE", "gitlab_cicd_pipeline_source"),
            Map.entry("CI_PIPELINE_NAME", "gitlab_cicd_pipeline_name"),
            Map.entry("CI_PIPELINE_URL", "gitlab_cicd_pipeline_url"),
            Map.entry("CI_PIPELINE_CREATED_AT", "gitlab_cicd_pipeline_created_at"),
            Map.entry("CI_JOB_ID", "gitlab_cicd_job_id"),
            Map.entry("CI_JOB_NAME", "gitlab_cicd_job_name"),
            Map.entry("CI_JOB_STARTED_AT", "gitlab_cicd_job_started_at"),
            Map.entry("GITLAB_USER_EMAIL", "gitlab_cicd_user_email"),
            Map.entry("GITLAB_USER_ID", "gitlab_cicd_user_id"),
            Map.entry("GITLAB_USER_NAME", "gitlab_cicd_user_name"),
            Map.entry("GITLAB_USER_LOGIN", "gitlab_cicd_user_login"),
            Map.entry("CI_COMMIT_BRANCH", "gitlab_cicd_commit_branch"),
            Map.entry("CI_SERVER_HOST", "gitlab_cicd_server_host"),
            Map.entry("CI_SERVER_URL", "gitlab_cicd_server_url"));

    /** The second name is misspelt on the wire. */
    private static final Map<String, String> GITLAB_SWITCHES = Map.of(
            "CI_JOB_MANUAL", "gitlab_cicd_job_manual",
            "CI_PIPELINE_TRIGGERED", "gitlan_cicd_pipeline_triggered");

    private JobVariables() {}

    static Metadata github(UserEnvironment user) {
        return metadata(FieldWriter.object(), GITHUB, user);
    }

    static Metadata gitlab(UserEnvironment user) {
        FieldWriter fields = FieldWriter.object();
        GITLAB_SWITCHES.forEach((variable, name) ->
                user.variable(variable).filter("true"::equals).ifPresent(on -> fields.with(name, Value.of(true))));
        user.variable("CI_MERGE_REQUEST_APPROVED")
                .ifPresent(approved ->
                        fields.with("gitlab_cicd_merge_request_approved", Value.of(approved.equals("true"))));
        fields.with(
                "gitlab_cicd_branch",
                user.variable("CI_COMMIT_BRANCH").or(() -> user.variable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME")));
        return metadata(fields, GITLAB, user);
    }

    private static Metadata metadata(FieldWriter fields, Map<String, String> names, UserEnvironment user) {
        names.forEach((variable, name) -> fields.with(name, user.variable(variable)));
        return Metadata.of(fields);
    }
}
