stack {
  name = "sandbox"
  id   = "6f7c1d1e-0012-4a4e-9d51-7f1f5e0c0012"
  tags = ["environment/dev", "region/us-west-1", "sandbox"]
}
