stack {
  name = "pending"
  id   = "pending-0004"
  tags = ["environment/qa"]
}
