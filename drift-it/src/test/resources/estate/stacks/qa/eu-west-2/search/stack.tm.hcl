stack {
  name = "search"
  id   = "6f7c1d1e-0008-4a4e-9d51-7f1f5e0c0008"
  tags = ["environment/qa", "region/eu-west-2", "search"]
}
