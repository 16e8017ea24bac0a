"""Trains the trust score ensemble."""

import os

import mlflow


def train() -> None:
    mlflow.set_experiment("KOL_trust_ensemble")
    mlflow.log_param("model_type", "xgboost")


def train_from_environment() -> None:
    experiment_name = os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_models")
    mlflow.set_experiment(experiment_name)


def train_wrong() -> None:
    # This would mix with SME experiments!
    mlflow.set_experiment("trust_model")
