stack {
  name = "nameless"
  tags = ["nameless"]
}
