"""Forecasts sales and churn."""

import mlflow

EXPERIMENTS = {"sales": "SME_sales_forecast", "churn": "SME_churn_prediction"}


def start(target: str) -> None:
    mlflow.set_experiment(EXPERIMENTS[target])


def start_wrong() -> None:
    mlflow.set_experiment("my_model")
