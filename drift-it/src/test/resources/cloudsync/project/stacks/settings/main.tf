resource "terraform_data" "mode" {
  input = "standard"
}
