module "service" {
  source = "../../../../modules/ecs-service"

  name          = "payments-api"
  image         = "acme/payments-api:1.4.2"
  desired_count = 1
}

output "service" {
  value = module.service.service
}
