# A small estate in which every outcome occurs.
terramate {
  config {
    disable_safeguards = ["git"]

    run {
      env {
        TF_VAR_owner = "platform"
      }
    }
  }
}
