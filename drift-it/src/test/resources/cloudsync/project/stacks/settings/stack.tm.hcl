stack {
  name = "settings"
  id   = "settings-0003"
}
