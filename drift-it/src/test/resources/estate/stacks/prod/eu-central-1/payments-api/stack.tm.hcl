stack {
  name = "payments-api"
  id   = "6f7c1d1e-0001-4a4e-9d51-7f1f5e0c0001"
  tags = ["environment/prod", "region/eu-central-1", "payments"]
}
