terramate {
  config {
    experiments = ["targets"]

    cloud {
      targets {
        enabled = true
      }
    }
  }
}
