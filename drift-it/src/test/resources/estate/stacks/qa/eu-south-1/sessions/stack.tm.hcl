stack {
  name = "sessions"
  id   = "6f7c1d1e-0007-4a4e-9d51-7f1f5e0c0007"
  tags = ["environment/qa", "region/eu-south-1", "sessions"]
}
