stack {
  name = "reports"
  id   = "6f7c1d1e-0006-4a4e-9d51-7f1f5e0c0006"
  tags = ["environment/qa", "region/eu-south-1", "reports"]
}
