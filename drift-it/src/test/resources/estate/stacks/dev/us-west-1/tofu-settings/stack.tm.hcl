stack {
  name = "tofu-settings"
  id   = "6f7c1d1e-0016-4a4e-9d51-7f1f5e0c0016"
  tags = ["environment/dev", "region/us-west-1", "opentofu"]
}
