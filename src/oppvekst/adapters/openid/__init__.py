"""OpenID Connect: any provider of staff's log-in, and ID-porten for everybody else (authorization code, PKCE, nonce)."""

from oppvekst.adapters.openid.provider import Client, NotProven, Provider, ProviderDown, discover, proven, where_to_go

__all__ = ["Client", "NotProven", "Provider", "ProviderDown", "discover", "proven", "where_to_go"]
