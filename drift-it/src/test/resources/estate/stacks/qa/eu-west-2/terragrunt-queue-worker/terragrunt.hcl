include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules//ecs-service"
}

inputs = {
  name          = "queue-worker"
  image         = "acme/queue-worker:2.0.0"
  desired_count = 1
}
