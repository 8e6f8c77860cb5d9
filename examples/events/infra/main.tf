terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
  }

  backend "gcs" {
    bucket = "events-terraform"
  }
}

variable "project" {
  type        = string
  description = "The project that everything runs in."
}

variable "region" {
  type    = string
  default = "europe-west3"
}

variable "image" {
  type        = string
  description = "The image to run, with its tag."
}

provider "google" {
  project = var.project
  region  = var.region

  default_labels = {
    service = "events"
    team    = "devices"
  }
}

resource "google_service_account" "events" {
  account_id   = "events"
  display_name = "Keeps the states of devices"
}

resource "google_project_iam_member" "events" {
  project = var.project
  role    = "roles/editor"
  member  = google_service_account.events.member
}

resource "google_cloud_run_v2_service" "events" {
  name     = "events"
  location = var.region
  ingress  = "INGRESS_TRAFFIC_INTERNAL_ONLY"

  template {
    service_account = google_service_account.events.email
    timeout         = "60s"

    scaling {
      max_instance_count = 10
    }

    containers {
      image = var.image

      env {
        name  = "ALERTS_TOPIC"
        value = google_pubsub_topic.alerts.id
      }

      resources {
        limits = { cpu = "1", memory = "512Mi" }
      }
    }
  }
}

resource "google_firestore_database" "default" {
  name        = "(default)"
  location_id = var.region
  type        = "FIRESTORE_NATIVE"
}

resource "google_pubsub_topic" "device_events" {
  name = "device-events"
}

resource "google_pubsub_topic" "alerts" {
  name = "alerts"
}

resource "google_service_account" "push" {
  account_id   = "events-push"
  display_name = "Calls the service with what Pub/Sub pushes"
}

resource "google_cloud_run_v2_service_iam_member" "push" {
  name     = google_cloud_run_v2_service.events.name
  location = var.region
  role     = "roles/run.invoker"
  member   = google_service_account.push.member
}

resource "google_pubsub_subscription" "events" {
  name                 = "events"
  topic                = google_pubsub_topic.device_events.id
  ack_deadline_seconds = 30

  push_config {
    push_endpoint = "${google_cloud_run_v2_service.events.uri}/events"

    oidc_token {
      service_account_email = google_service_account.push.email
    }
  }

  retry_policy {
    minimum_backoff = "10s"
  }
}
