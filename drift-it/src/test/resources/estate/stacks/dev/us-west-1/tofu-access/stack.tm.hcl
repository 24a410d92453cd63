stack {
  name = "tofu-access"
  id   = "6f7c1d1e-0015-4a4e-9d51-7f1f5e0c0015"
  tags = ["environment/dev", "region/us-west-1", "opentofu"]
}
