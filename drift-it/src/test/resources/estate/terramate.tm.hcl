# Root of the Acme estate: every stack below inherits what is said here.
terramate {
  required_version = ">= 0.11.0"

  config {
    disable_safeguards = ["git-untracked", "git-uncommitted"]

    run {
      env {
        # Stacks declare `variable "owner"` without a default: only `terramate run` and those who
        # honour its environment can plan them.
        TF_VAR_owner = global.owner
      }
    }
  }
}

globals {
  owner = "platform"
}
