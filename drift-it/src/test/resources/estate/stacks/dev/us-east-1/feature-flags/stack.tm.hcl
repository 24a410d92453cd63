stack {
  name = "feature-flags"
  id   = "6f7c1d1e-0011-4a4e-9d51-7f1f5e0c0011"
  tags = ["environment/dev", "region/us-east-1", "flags"]
}
