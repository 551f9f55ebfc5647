from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "oppvekst.ground.web"
    label = "web"
    verbose_name = "Sider"
