from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "oppvekst.ground.documents"
    label = "documents"
    verbose_name = "Dokumenter"
