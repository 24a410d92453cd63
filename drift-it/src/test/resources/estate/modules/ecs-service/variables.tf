variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "desired_count" {
  type = number
}
