# Alt som skal til, henter huset selv: bare Python 3.13 og make må finnes fra før. «make» alene viser hva som kan gjøres.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# Et annet virtuelt miljø, eller andres moduler, skal ikke virke inn her.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME
# Uten lagret bytekode oversettes hver modul på nytt i hver prosess, og prøvene starter mange.
unexport PYTHONDONTWRITEBYTECODE
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never

# Settings are read before the tests can say anything, so they are told here who they are.
PYTEST = OPPVEKST_FACE=owner OPPVEKST_DEMO=1 OPPVEKST_SECRET_KEY=only-for-tests .venv/bin/python -m pytest

.PHONY: help demo test check format approve messages migrations new-room assets

help: ## viser denne lista
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: ## starter en kommune på liksom: database, alle dører, og adressene å åpne (ARGS="--check" prøver og stanser)
	@tools/ready demo
	@.venv/bin/oppvekst demo $(ARGS)

test: ## kjører prøvene, på under fem minutter; ALL=1 kjører også de grundige (ARGS="-k ord" velger ut)
	@tools/ready test
	@OPPVEKST_CHROMIUM="$$(tools/browser)" $(PYTEST) -n 2 --dist worksteal $(if $(ALL),--all) $(ARGS)

check: ## alt som må være grønt før en endring tas inn: stil, typer, piler, oversettelser, så alle prøvene
	@tools/ready check
	@OPPVEKST_CHROMIUM="$$(tools/browser)" .venv/bin/python -m tools.check $(ARGS)

format: ## retter det som kan rettes av seg selv
	@tools/ready check
	@.venv/bin/python -m tools.check --mend

approve: ## skriver dokumentene i docs/ på nytt etter koden; se på forskjellen som på kode
	@tools/ready test
	@OPPVEKST_APPROVE=1 $(PYTEST) -q tests/house/test_docs.py -k approved

messages: ## henter nye setninger inn i språkfilene, og bygger dem
	@tools/ready check
	@.venv/bin/python -m tools.translations --gather

migrations: ## skriver migreringen etter at en tabell eller regel er endret: make migrations ROOM=meetings
	@tools/ready check
	@.venv/bin/python -m tools.migrations "$(ROOM)" "$(WHY)"

new-room: ## lager et rom etter mønsteret, med sider, og dokumentene med det: make new-room NAME=meetings NORSK=møte
	@tools/ready check
	@THING="$(THING)" NORSK="$(NORSK)" .venv/bin/python -m tools.new_room "$(NAME)"
	@$(MAKE) --no-print-directory approve

assets: ## bygger stiler, ikoner og skript på nytt av npm-pakkene
	@tools/ready assets
	@.venv/bin/python assets/build.py $(ARGS)
