stack {
  name = "archive"
  id   = "6f7c1d1e-0004-4a4e-9d51-7f1f5e0c0004"
  tags = ["environment/prod", "region/eu-west-1", "storage"]
}
