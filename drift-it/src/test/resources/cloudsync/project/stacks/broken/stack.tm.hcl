stack {
  name = "broken"
  id   = "broken-0005"
  tags = ["environment/qa"]
}
