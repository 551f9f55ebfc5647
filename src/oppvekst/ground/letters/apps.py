from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "oppvekst.ground.letters"
    label = "letters"
    verbose_name = "Brev"
