stack {
  name = "billing"
  id   = "6f7c1d1e-0009-4a4e-9d51-7f1f5e0c0009"
  tags = ["environment/qa", "region/eu-west-2", "billing"]
}
