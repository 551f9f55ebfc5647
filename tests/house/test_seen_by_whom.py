"""Who sees what: every table by direct SQL as every named person in every hat, and every question the rooms can answer.

The letters are the stories of `small_service`: «K» all of Kari's case, «k» some of it, «·» nothing, «!» refused (no
privilege at all, or a sentence). A new table or question is a line here: write what you mean it to be, and let the test
tell you what it is. `make new-room` writes the lines of its room.
"""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction
from pytest_django import DjangoDbBlocker

from oppvekst.domain.cases import queries as cases
from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns import queries as concerns
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.decisions import queries as decisions
from oppvekst.domain.homes import queries as homes
from oppvekst.domain.information import queries as information
from oppvekst.domain.information.rules.lines import Kind, Who
from oppvekst.domain.investigations import queries as investigations
from oppvekst.domain.measures import queries as measures
from oppvekst.domain.meetings import queries as meetings
from oppvekst.domain.people import queries as people
from oppvekst.domain.people.models import Person
from oppvekst.domain.prevention import queries as prevention
from oppvekst.domain.prevention.models import Group
from oppvekst.ground.access.actor import Actor, entered
from oppvekst.ground.access.models import Grant, Session
from oppvekst.ground.access.service import add_municipality, appoint
from oppvekst.ground.agenda import worklist
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database import logins
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.server import Server
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.house.command_line import done, oppvekst, refused
from tests.house.small_service import (
    AT,
    KARI,
    NONE,
    PEOPLE,
    REFUSED,
    SIRI_N,
    STORIES,
    TODAY,
    Service,
    in_letters,
    seen,
    small_service,
)
from tests.world import LONG_AGO, NORDVAG, SOLVIK
from tools.documents.source import rooms

LOGINS = tuple(
    ("", login) for login in (logins.PORTAL, logins.MYPAGE, logins.DOOR, logins.DESK, logins.WORKER, logins.BACKUP)
)

# Ola has a case that he is barred from, Siri Tveito a protected child that she is entrusted with, Tone a team, Marit all,
# Eivind all but the case he is barred from.
AT_THE_DESK = """
cases_residence              ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_responsibility         ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_understanding          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_afterwithdrawal    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_consent            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_consenttext        ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_consentrule        S      S  S      S  S  S      S        S        !  ·  ·  !  !  !
access_bar                   B      ·  ·      ·  ·  B      B        ·        !  ·  ·  !  !  !
access_claimrole             !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_duty                  S      S  S      S  S  S      S        S        S  N  N  S  S  S
access_firstcode             !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_emergency             ·      ·  ·      ·  ·  ·      ·        ·        !  ·  ·  !  !  !
access_grant                 PB     K  K      ·  P  KB     KPB      KP       !  N  N  !  !  !
access_municipality          NS     NS NS     NS NS NS     NS       NS       NS NS NS NS NS NS
access_passkey               !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_password              !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_right                 NS     NS NS     NS NS NS     NS       NS       NS NS NS NS NS NS
access_role                  NS     NS NS     NS NS NS     NS       NS       NS NS NS NS NS NS
access_sample                ·      ·  ·      ·  ·  ·      ·        ·        !  ·  ·  !  !  !
access_service               NS     NS NS     NS NS NS     NS       NS       NS NS NS NS NS NS
access_session               !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_sparecode             !      !  !      !  !  !      !        !        !  !  !  !  !  !
access_staff                 S      S  S      S  S  S      S        S        S  N  N  S  S  S
access_team                  S      S  S      S  S  S      S        S        S  S  S  S  S  S
access_trust                 ·      ·  ·      ·  P  ·      P        P        !  ·  ·  !  !  !
access_visit                 !      !  !      !  !  !      !        !        !  !  !  !  !  !
agenda_alarm                 W      !  W      !  !  W      W        W        W  !  N  !  !  !
agenda_item                  kWPBMQ K  KWPbMQ ·  P  KWPBMQ KWHPBMQ  KWHPMQ   w  N  N  ·  ·  ·
agenda_ring                  W      W  W      W  W  W      W        W        W  ·  ·  !  !  !
agenda_travel                ·      K  K      ·  ·  ·      ·        ·        ·  ·  ·  ·  ·  ·
cases_case                   PB     K  K      ·  P  KB     KPB      KP       ·  N  N  !  !  !
cases_closing                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_disclosure             ·      ·  ·      ·  ·  ·      ·        ·        !  ·  ·  !  !  !
cases_document               ·      K  K      ·  ·  K      K        K        !  N  N  !  !  !
cases_filerequest            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_handover               ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_happening              ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_holdback               ·      K  K      ·  ·  K      K        K        !  N  N  !  !  !
cases_lookextract            ·      ·  ·      ·  ·  ·      ·        ·        !  ·  ·  !  !  !
cases_mark                   ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_mypage                 ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_party                  PB     K  K      ·  P  KB     KPB      KP       !  N  N  !  !  !
cases_rendition              ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_tie                    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
cases_uninformed             ·      ·  ·      ·  ·  ·      ·        ·        !  ·  ·  !  !  !
concerns_application         WB     ·  WB     ·  ·  WB     WB       W        !  ·  ·  !  !  !
concerns_assessment          PB     K  KP     ·  P  KPB    KHPB     KHP      ·  N  N  !  !  !
concerns_concern             WPBM   K  KWPM   ·  P  KWPBM  KWHPBM   KWHPM    W  N  N  !  !  !
concerns_enquiry             WPBM   K  KWPBM  ·  P  KWPBM  KWHPBM   KWHPM    W  N  N  !  !  !
concerns_feedback            ·      K  K      ·  ·  K      K        K        ·  ·  ·  !  !  !
concerns_message             Q      !  Q      !  !  Q      Q        Q        !  !  ·  !  !  !
concerns_passage             WPBM   K  KWPM   ·  P  KWPBM  KWHPBM   KWHPM    W  N  N  !  !  !
documents_casekey            ·      K  K      ·  ·  K      K        K        !  N  N  !  !  !
homes_offer                  !      !  !      !  !  !      T        T        !  !  !  T  !  !
homes_wanted                 ·      K  K      ·  ·  K      K        K        !  ·  ·  K  !  !
information_appearance       ·      ·  ·      ·  ·  ·      ·        ·        ·  ·  ·  ·  ·  ·
information_closure          S      S  S      S  S  S      S        S        S  N  N  S  S  S
information_contactpoint     S      S  S      S  S  S      S        S        S  N  N  S  S  S
information_opening          S      S  S      S  S  S      S        S        S  N  N  S  S  S
information_page             S      S  S      S  S  S      S        S        S  N  N  S  S  S
information_pageversion      S      S  S      S  S  S      S        S        S  N  N  S  S  S
information_phoneline        S      S  S      S  S  S      S        S        S  N  N  S  S  S
investigations_investigation B      K  K      ·  ·  KB     KB       K        !  N  N  !  !  !
investigations_hallwaytext     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_hallwayvisit    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_needsassessment ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_needsdraft      ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_needsfact       ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_needsitem       ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_needsversion    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
journal_entry                WPBM   K  KWpM   ·  P  KWpBM  KWHPBMQS KWHPbMQS W  n  n  !  !  !
journal_finding              ·      ·  ·      ·  ·  ·      ·        ·        ·  ·  ·  ·  ·  ·
journal_look                 !      !  !      !  !  !      !        !        !  !  !  !  !  !
journal_lookrule             ·      ·  ·      ·  ·  ·      ·        ·        ·  ·  ·  ·  ·  ·
journal_seal                 !      !  !      !  !  !      ·        ·        !  !  !  !  !  !
journal_tie                  ·      ·  ·      ·  ·  ·      ·        ·        ·  ·  ·  ·  ·  ·
people_address               B      K  K      ·  p  KB     KB       K        !  N  N  !  !  !
people_identitynumber        PB     K  K      ·  P  KB     KPB      KP       !  N  N  !  !  !
people_person                PB     K  K      ·  P  KB     KPB      KP       ·  N  N  !  !  !
people_reach                 B      K  K      ·  ·  KB     KB       K        !  N  N  !  !  !
people_shielding             P      ·  ·      ·  P  ·      P        P        !  ·  ·  !  !  !
prevention_group             S      S  S      S  S  S      S        S        S  ·  ·  S  S  S
prevention_request           !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_schoolcontact     S      S  S      S  S  S      S        S        S  ·  ·  S  S  S
prevention_signup            !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_helddiscussion    !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_agreeddiscussion  !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_evening           !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_booking           !      !  !      !  !  !      T        T        !  !  !  !  T  !
prevention_activity          !      !  !      !  !  !      T        T        !  !  !  !  T  !
web_draft                    !      !  !      !  !  !      !        !        !  !  !  !  !  !
investigations_childtalk     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_rendering     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_talkwithholding ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_trustedperson ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_addressee          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_childtold          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_comment            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_copy               ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_decision           ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_drafttext          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_readynotice        ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_phrase             S      S  S      S  S  S      S        S        !  N  N  !  !  S
decisions_withholding        ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_appointment         ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_occasion            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_askedhome           ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_evaluation          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_goal                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_goalseen            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_measure             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_plan                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_supervisionplan     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_supervisionsummary  ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_supervisionvisit    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_unsuited            ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_told                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_helpplace           ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_aftercaretalk       ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_supportapplication  ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_paymentbasis        ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_payment             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_institutionprotocol ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_institutionstay     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
measures_agreement           S      S  S      S  S  S      S        S        !  ·  ·  S  !  !
measures_offer               S      S  S      S  S  S      S        S        !  ·  ·  S  !  !
measures_provider            S      S  S      S  S  S      S        S        !  ·  ·  S  !  !
measures_workercertificate   S      S  S      S  S  S      S        S        !  ·  ·  S  !  !
meetings_childwish           ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_council             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_group               ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_individualplan      ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_invitation          ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_meeting             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_member              ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_minutes             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_part                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_sharing             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
meetings_task                ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_appeal             ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_appealstep         ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_costsclaim         ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_reversal           ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
decisions_stayrequest        ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_expertopinion ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_familytold    ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_fieldnote     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_informationrequest ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_leaderact     ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_planrow       ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
investigations_planversion   ·      K  K      ·  ·  K      K        K        !  ·  ·  !  !  !
"""

# The desk's own login, before anybody has entered, has no privilege at all.
ELSEWHERE = """
cases_residence              !  !  !  ! K         K
cases_responsibility         !  !  !  ! K         K
cases_understanding          !  !  !  ! K         K
decisions_afterwithdrawal    !  !  !  ! K         K
decisions_consent            !  !  !  ! K         K
decisions_consenttext        !  !  !  ! K         K
decisions_consentrule        !  !  !  ! !         S
access_bar                   !  !  !  ! B         B
access_claimrole             !  !  !  ! !         ·
access_duty                  !  !  !  ! NS        NS
access_firstcode             !  !  !  ! !         ·
access_emergency             !  !  !  ! ·         ·
access_grant                 !  !  !  ! KPBN      KPBN
access_municipality          NS NS NS ! NS        NS
access_passkey               !  !  !  ! !         ·
access_password              !  !  !  ! !         ·
access_right                 !  !  !  ! NS        NS
access_role                  !  !  !  ! NS        NS
access_sample                !  !  !  ! ·         ·
access_service               NS NS NS ! NS        NS
access_session               !  !  !  ! !         NS
access_sparecode             !  !  !  ! !         ·
access_staff                 !  !  !  ! NS        NS
access_team                  !  !  !  ! S         S
access_trust                 !  !  !  ! !         P
access_visit                 !  !  !  ! !         S
agenda_alarm                 !  !  !  ! WN        WN
agenda_item                  !  !  !  ! KWHPBMQN  KWHPBMQN
agenda_ring                  !  !  !  ! W         W
agenda_travel                !  !  !  ! !         K
cases_case                   !  !  !  ! KPBN      KPBN
cases_closing                !  !  !  ! K         K
cases_disclosure             !  !  !  ! ·         ·
cases_document               !  !  !  ! KN        KN
cases_filerequest            !  !  !  ! K         K
cases_handover               !  !  !  ! K         K
cases_happening              !  !  !  ! K         K
cases_holdback               !  !  !  ! KN        KN
cases_lookextract            !  !  !  ! ·         ·
cases_mark                   !  !  !  ! K         K
cases_mypage                 !  !  !  ! K         K
cases_party                  !  !  !  ! KPBN      KPBN
cases_rendition              !  !  !  ! K         K
cases_tie                    !  !  !  ! K         K
cases_uninformed             !  !  !  ! ·         ·
concerns_application         !  !  !  ! WB        WB
concerns_assessment          !  !  !  ! KHPBN     KHPBN
concerns_concern             !  !  !  ! KWHPBMN   KWHPBMN
concerns_enquiry             !  !  !  ! KWHPBMN   KWHPBMN
concerns_feedback            !  !  !  ! K         K
concerns_message             !  !  !  ! MQ        MQ
concerns_passage             !  !  !  ! KWHPBMN   KWHPBMN
documents_casekey            !  !  !  ! KN        KN
homes_offer                  !  !  !  ! T         T
homes_wanted                 !  !  !  ! K         K
information_appearance       ·  ·  !  ! ·         ·
information_closure          NS NS !  ! NS        NS
information_contactpoint     NS NS !  ! NS        NS
information_opening          NS NS !  ! NS        NS
information_page             NS NS !  ! NS        NS
information_pageversion      NS NS !  ! NS        NS
information_phoneline        NS NS !  ! NS        NS
investigations_investigation !  !  !  ! KBN       KBN
investigations_hallwaytext     !  !  !  ! K         K
investigations_hallwayvisit    !  !  !  ! K         K
investigations_needsassessment !  !  !  ! K         K
investigations_needsdraft      !  !  !  ! K         K
investigations_needsfact       !  !  !  ! K         K
investigations_needsitem       !  !  !  ! K         K
investigations_needsversion    !  !  !  ! K         K
journal_entry                !  !  !  ! KWHPBMQNS KWHPBMQNS
journal_finding              !  !  !  ! ·         ·
journal_look                 !  !  !  ! KPBN      KPBN
journal_lookrule             !  !  !  ! ·         ·
journal_seal                 !  !  !  ! ·         ·
journal_tie                  !  !  !  ! ·         ·
people_address               !  !  !  ! !         KPBN
people_identitynumber        !  !  !  ! !         KPBN
people_person                !  !  !  ! !         KPBN
people_reach                 !  !  !  ! !         KPBN
people_shielding             !  !  !  ! !         P
prevention_group             S  S  !  ! S         S
prevention_request           !  !  !  ! T         T
prevention_schoolcontact     S  S  !  ! S         S
prevention_signup            !  !  !  ! !         T
prevention_helddiscussion    !  !  !  ! !         T
prevention_agreeddiscussion  !  !  !  ! !         T
prevention_evening           !  !  !  ! !         T
prevention_booking           !  !  !  ! !         T
prevention_activity          !  !  !  ! !         T
web_draft                    !  !  !  ! !         S
investigations_childtalk     !  !  !  ! K         K
investigations_rendering     !  !  !  ! K         K
investigations_talkwithholding !  !  !  ! K         K
investigations_trustedperson !  !  !  ! K         K
decisions_addressee          !  !  !  ! K         K
decisions_childtold          !  !  !  ! K         K
decisions_comment            !  !  !  ! K         K
decisions_copy               !  !  !  ! K         K
decisions_decision           !  !  !  ! K         K
decisions_drafttext          !  !  !  ! K         K
decisions_readynotice        !  !  !  ! K         K
decisions_phrase             !  !  !  ! !         NS
decisions_withholding        !  !  !  ! K         K
measures_appointment         !  !  !  ! K         K
measures_occasion            !  !  !  ! K         K
measures_askedhome           !  !  !  ! K         K
measures_evaluation          !  !  !  ! K         K
measures_goal                !  !  !  ! K         K
measures_goalseen            !  !  !  ! K         K
measures_measure             !  !  !  ! K         K
measures_plan                !  !  !  ! K         K
measures_supervisionplan     !  !  !  ! K         K
measures_supervisionsummary  !  !  !  ! K         K
measures_supervisionvisit    !  !  !  ! K         K
measures_unsuited            !  !  !  ! K         K
measures_told                !  !  !  ! K         K
measures_helpplace           !  !  !  ! K         K
measures_aftercaretalk       !  !  !  ! K         K
measures_supportapplication  !  !  !  ! K         K
measures_paymentbasis        !  !  !  ! K         K
measures_payment             !  !  !  ! K         K
measures_institutionprotocol !  !  !  ! K         K
measures_institutionstay     !  !  !  ! K         K
measures_agreement           !  !  !  ! !         S
measures_offer               !  !  !  ! !         S
measures_provider            !  !  !  ! !         S
measures_workercertificate   !  !  !  ! !         S
meetings_childwish           !  !  !  ! K         K
meetings_council             !  !  !  ! K         K
meetings_group               !  !  !  ! K         K
meetings_individualplan      !  !  !  ! K         K
meetings_invitation          !  !  !  ! K         K
meetings_meeting             !  !  !  ! K         K
meetings_member              !  !  !  ! K         K
meetings_minutes             !  !  !  ! K         K
meetings_part                !  !  !  ! K         K
meetings_sharing             !  !  !  ! K         K
meetings_task                !  !  !  ! K         K
decisions_appeal             !  !  !  ! K         K
decisions_appealstep         !  !  !  ! K         K
decisions_costsclaim         !  !  !  ! K         K
decisions_reversal           !  !  !  ! K         K
decisions_stayrequest        !  !  !  ! K         K
investigations_expertopinion !  !  !  ! K         K
investigations_familytold    !  !  !  ! K         K
investigations_fieldnote     !  !  !  ! K         K
investigations_informationrequest !  !  !  ! K         K
investigations_leaderact     !  !  !  ! K         K
investigations_planrow       !  !  !  ! K         K
investigations_planversion   !  !  !  ! K         K
"""

QUERIES = """
cases.residences                 ·     K K     · · K     K       K      ! · · ! ! !
cases.residence_on               ·     K K     · · K     K       K      ! · · ! ! !
cases.responsibilities           ·     K K     · · K     K       K      ! · · ! ! !
cases.understanding_on           ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_text               ·     K K     · · K     K       K      ! · · ! ! !
decisions.texts_of               ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_consent            ·     K K     · · K     K       K      ! · · ! ! !
decisions.standing               ·     K K     · · K     K       K      ! · · ! ! !
decisions.consents_missing       PB    K K     · P KB    KPB     KP     · N N ! ! !
decisions.consent_stands         PB    K K     · P KB    KPB     KP     · N N ! ! !
decisions.standings              ·     K K     · · K     K       K      · · · ! ! !
cases.responsibility_on          PB    K K     · P KB    KPB     KP     ! N N ! ! !
people.get_person                PB    K K     · P KB    KPB     KP     · N N ! ! !
people.get_person.address        B     K K     · P KB    KB      K      · N N ! ! !
people.with_details              PB    K K     · P KB    KPB     KP     · N N ! ! !
people.shieldings                P     · ·     · P ·     P       P      ! · · ! ! !
people.kinds_of                  P     · ·     · P ·     P       P      · · · ! ! !
people.entrusted                 ·     · ·     · P ·     P       P      ! · · ! ! !
people.is_entrusted              ·     · ·     · P ·     ·       ·      · · · · · ·
people.envelope                  PB    K K     · P KB    KPB     KP     · N N ! ! !
concerns.shows_where             WBM   K KWM   · P KWBM  KWHBM   KWHM   W N N ! ! !
people.names                     pb    k k     · p kb    kpb     kp     · n n ! ! !
cases.get_case                   PB    K K     · P KB    KPB     KP     · N N ! ! !
cases.my_cases                   PB    K K     · P KB    KPB     KP     · N N ! ! !
cases.cases_by_id                PB    K K     · P KB    KPB     KP     · N N ! ! !
cases.parties                    PB    K K     · P KB    KPB     KP     ! N N ! ! !
cases.around                     PB    K K     · P KB    KPB     KP     ! N N ! ! !
cases.get_tie                    ·     K K     · · K     K       K      · · · ! ! !
cases.happenings                 ·     K K     · · K     K       K      ! · · ! ! !
cases.happening_lines            ·     K K     · · K     K       K      ! · · ! ! !
cases.get_happening              ·     K K     · · K     K       K      · · · ! ! !
cases.kept_from_me               P     · ·     · · ·     P       P      ! · · ! ! !
cases.revealing                  PB    K KP    · P KPB   KPB     KP     · N N ! ! !
cases.uninformed                 ·     · ·     · · ·     ·       ·      ! · · ! ! !
cases.closings                   ·     K K     · · K     K       K      ! · · ! ! !
cases.disclosures                ·     · ·     · · ·     ·       ·      ! · · ! ! !
cases.hold_back                  ·     K K     · · K     K       K      ! N N ! ! !
cases.opened_pages               ·     K K     · · K     K       K      ! · · ! ! !
cases.reveals                    PB    K KP    · P KPB   KPB     KP     · N N ! ! !
cases.shows_where                B     K K     · P KB    KB      K      · N N ! ! !
cases.somebody_is_protected      P     · ·     · P ·     P       P      ! · · ! ! !
cases.journal                    PB    K K     · P KB    KPB     KP     · N N ! ! !
cases.grants                     PB    K K     · P KB    KPB     KP     ! N N ! ! !
cases.emergencies                ·     · ·      · · ·     ·       ·      ! · · ! ! !
cases.documents                  ·     K K     · · K     K       K      ! N N ! ! !
cases.get_document               ·     K K     · · K     K       K      · N N ! ! !
cases.content_of                 ·     K K     · · K     K       K      · N N ! ! !
cases.find_child                 KPB   K KB    · P KB    KB      K      ! N N ! ! !
homes.get_offer                  !     ! !     ! ! !     T       T      ! ! ! T ! !
homes.offers                     !     ! !     ! ! !     T       T      ! ! ! T ! !
homes.offers_by_id               !     ! !     ! ! !     T       T      ! ! ! T ! !
homes.areas_offered              !     ! !     ! ! !     T       T      ! ! ! T ! !
homes.get_wanted                 ·     K K     · · K     K       K      ! · · K ! !
homes.wanted                     !     ! !     ! ! !     K       K      ! ! ! K ! !
homes.wanted_by_id               ·     K K     · · K     K       K      ! · · K ! !
prevention.get_request           !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.requests              !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.requests_by_id        !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.get_group             !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.groups                !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.get_sign_up           !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.sign_ups_by_id        !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.seats                 !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.get_contact           !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.contacts              !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.discussions           !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.get_discussion        !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.agreed_discussions    !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.get_agreed            !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.get_booking           !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.evenings              !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.bookings              !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.participants          !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.activities            !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.get_activity          !     ! !     ! ! !     T       T      ! ! ! ! T !
prevention.names_taking_part     !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.yearly                !     ! !     ! ! !     S       S      ! ! ! ! S !
prevention.years                 !     ! !     ! ! !     S       S      ! ! ! ! S !
concerns.get_concern             WPBM  K KWPM  · P KWPBM KWHPBM  KWHPM  W N N ! ! !
concerns.inbox                   WPM   · WPM   · · WPM   WHPM    WHPM   W · · ! ! !
concerns.concerns_by_id          WPBM  K KWPM  · P KWPBM KWHPBM  KWHPM  W N N ! ! !
concerns.of_case                 PB    K KP    · P KPB   KPB     KP     · N N ! ! !
concerns.siblings                WPBM  K KWPM  · P KWPBM KWHPBM  KWHPM  W N N ! ! !
concerns.candidates              M     · M     · · M     M       M      ! · · ! ! !
concerns.earlier                 KPB   K KPB   · P KPB   KPB     KP     ! N N ! ! !
concerns.quarantined             Q     ! Q     ! ! Q     Q       Q      ! ! · ! ! !
concerns.accounts                Q     ! Q     ! ! Q     Q       Q      ! ! · ! ! !
investigations.get_investigation B     K K     · · KB    KB      K      ! N N ! ! !
investigations.by_id             B     K K     · · KB    KB      K      ! N N ! ! !
investigations.of_case           B     K K     · · KB    KB      K      ! N N ! ! !
investigations.is_open           B     K K     · · KB    KB      K      ! N N ! ! !
investigations.assessment_of     ·     K K     · · K     K       K      ! · · ! ! !
investigations.needs_of          ·     K K     · · K     K       K      ! · · ! ! !
investigations.sheets            ·     K K     · · K     K       K      ! · · ! ! !
investigations.versions_of       ·     K K     · · K     K       K      ! · · ! ! !
investigations.grounds_of        ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_talk          ·     K K     · · K     K       K      ! · · ! ! !
investigations.talks_of_case     ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_trusted_person ·     K K     · · K     K       K      ! · · ! ! !
investigations.trusted_persons   ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_withholding   ·     K K     · · K     K       K      ! · · ! ! !
investigations.withheld_now      ·     K K     · · K     K       K      ! · · ! ! !
investigations.participation_of  ·     K K     · · K     K       K      ! · · ! ! !
investigations.voice_of_case     ·     K K     · · K     K       K      ! · · ! ! !
investigations.words_to_show     ·     K K     · · K     K       K      ! · · ! ! !
investigations.words_with_access ·     K K     · · K     K       K      ! · · ! ! !
investigations.calendar_of_parents ·     K K     · · K     K       K      ! · · ! ! !
agenda.worklist                  WpbMQ k kWbMQ · · WbMQ  kWhpbMQ kWhpMQ · n n · · ·
agenda.own_between               pb    k k     · · ·     ·       ·      · n n · · ·
agenda.items_of                  KWPBM K KWPBM · P KWPBM KWHPBM  KWHPM  W N N · · ·
agenda.items_of_case             PB    K KPB   · P KPB   KPB     KP     · N N · · ·
agenda.untaken                   W     · W     · · W     W       W      W · N · · ·
investigations.get_note          ·     K K     · · K     K       K      ! · · ! ! !
investigations.field_notes       ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_visit         ·     K K     · · K     K       K      ! · · ! ! !
investigations.visits_of         ·     K K     · · K     K       K      ! · · ! ! !
investigations.standing_text     ·     K K     · · K     K       K      ! · · ! ! !
investigations.texts_stood       ·     K K     · · K     K       K      ! · · ! ! !
investigations.texts_aside       ·     · ·     · · ·     ·       ·      ! · · ! ! !
investigations.get_asked         ·     K K     · · K     K       K      ! · · ! ! !
investigations.information_requests ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_expert_opinion ·     K K     · · K     K       K      ! · · ! ! !
investigations.expert_opinions    ·     K K     · · K     K       K      ! · · ! ! !
investigations.leader_acts       ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_told          ·     K K     · · K     K       K      ! · · ! ! !
investigations.shown_to_family   B     K K     · · KB    KB      K      ! N N ! ! !
investigations.told_in_words     ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_row           ·     K K     · · K     K       K      ! · · ! ! !
investigations.plan_rows         ·     K K     · · K     K       K      ! · · ! ! !
investigations.get_version       ·     K K     · · K     K       K      ! · · ! ! !
investigations.versions          ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_decision           ·     K K     · · K     K       K      ! · · ! ! !
decisions.of_case                ·     K K     · · K     K       K      ! · · ! ! !
decisions.by_id                  ·     K K     · · K     K       K      ! · · ! ! !
decisions.addressees             ·     K K     · · K     K       K      ! · · ! ! !
decisions.texts                  ·     K K     · · K     K       K      ! · · ! ! !
decisions.history                ·     K K     · · K     K       K      ! · · ! ! !
decisions.sent_decision          ·     K K     · · K     K       K      ! · · ! ! !
decisions.everybody              ·     K K     · · K     K       K      ! · · ! ! !
decisions.newest_copies          ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_addressee          ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_copy               ·     K K     · · K     K       K      ! · · ! ! !
decisions.aside                  ·     · ·     · · ·     ·       ·      ! · · ! ! !
measures.get_measure             ·     K K     · · K     K       K      ! · · ! ! !
measures.held_measure            ·     K K     · · K     K       K      ! · · ! ! !
measures.of_case                 ·     K K     · · K     K       K      ! · · ! ! !
measures.by_id                   ·     K K     · · K     K       K      ! · · ! ! !
measures.plan_of                 ·     K K     · · K     K       K      ! · · ! ! !
measures.goals_of                ·     K K     · · K     K       K      ! · · ! ! !
measures.evaluations_of          ·     K K     · · K     K       K      ! · · ! ! !
measures.plans_of                ·     K K     · · K     K       K      ! · · ! ! !
measures.plans_of_case           ·     K K     · · K     K       K      ! · · ! ! !
measures.get_goal                ·     K K     · · K     K       K      ! · · ! ! !
measures.appointments_of         ·     K K     · · K     K       K      ! · · ! ! !
measures.get_appointment         ·     K K     · · K     K       K      ! · · ! ! !
measures.occasions_of            ·     K K     · · K     K       K      ! · · ! ! !
measures.get_occasion            ·     K K     · · K     K       K      ! · · ! ! !
measures.asked_homes_of          ·     K K     · · K     K       K      ! · · ! ! !
measures.get_asked_home          ·     K K     · · K     K       K      ! · · ! ! !
measures.get_supervision_visit   ·     K K     · · K     K       K      ! · · ! ! !
measures.get_supervision_summary ·     K K     · · K     K       K      ! · · ! ! !
measures.supervision_plans_of    ·     K K     · · K     K       K      ! · · ! ! !
measures.supervision_visits_of   ·     K K     · · K     K       K      ! · · ! ! !
measures.supervision_summaries_of ·     K K     · · K     K       K      ! · · ! ! !
measures.support_applications    ·     K K     · · K     K       K      ! · · ! ! !
measures.get_support_application ·     K K     · · K     K       K      ! · · ! ! !
measures.bases_of                ·     K K     · · K     K       K      ! · · ! ! !
measures.get_basis               ·     K K     · · K     K       K      ! · · ! ! !
measures.get_payment             ·     K K     · · K     K       K      ! · · ! ! !
measures.to_send                 ·     K K     · · K     K       K      ! · · ! ! !
measures.stay_of                 ·     K K     · · K     K       K      ! · · ! ! !
measures.protocols_of            ·     K K     · · K     K       K      ! · · ! ! !
measures.get_protocol            ·     K K     · · K     K       K      ! · · ! ! !
measures.get_place               ·     K K     · · K     K       K      ! · · ! ! !
measures.places_of               ·     K K     · · K     K       K      ! · · ! ! !
measures.start_of                PB    K K     · P KB    KPB     KP     · N N ! ! !
measures.get_offer               S     S S     S S S     S       S      ! · · S ! !
measures.catalogue               S     S S     S S S     S       S      ! · · S ! !
measures.who_can_help            S     S S     S S S     S       S      ! · · S ! !
measures.get_provider            S     S S     S S S     S       S      ! · · S ! !
measures.providers               S     S S     S S S     S       S      ! · · S ! !
measures.get_agreement           S     S S     S S S     S       S      ! · · S ! !
measures.agreements_by_id        S     S S     S S S     S       S      ! · · S ! !
measures.get_certificate         S     S S     S S S     S       S      ! · · S ! !
meetings.get_group               ·     K K     · · K     K       K      ! · · ! ! !
meetings.groups_of_case          ·     K K     · · K     K       K      ! · · ! ! !
meetings.council_of              ·     K K     · · K     K       K      ! · · ! ! !
meetings.members_of              ·     K K     · · K     K       K      ! · · ! ! !
meetings.table                   ·     K K     · · K     K       K      ! · · ! ! !
meetings.get_member              ·     K K     · · K     K       K      ! · · ! ! !
meetings.sharings_of             ·     K K     · · K     K       K      ! · · ! ! !
meetings.get_meeting             ·     K K     · · K     K       K      ! · · ! ! !
meetings.meetings_of             ·     K K     · · K     K       K      ! · · ! ! !
meetings.meetings_of_case        ·     K K     · · K     K       K      ! · · ! ! !
meetings.invitations_of          ·     K K     · · K     K       K      ! · · ! ! !
meetings.parts_of                ·     K K     · · K     K       K      ! · · ! ! !
meetings.tasks_of                ·     K K     · · K     K       K      ! · · ! ! !
meetings.wish_of                 ·     K K     · · K     K       K      ! · · ! ! !
meetings.given_of                ·     K K     · · K     K       K      ! · · ! ! !
meetings.outgoing                ·     K K     · · K     K       K      ! · · ! ! !
meetings.handed                  ·     K K     · · K     K       K      ! · · ! ! !
meetings.get_invitation          ·     K K     · · K     K       K      ! · · ! ! !
meetings.get_task                ·     K K     · · K     K       K      ! · · ! ! !
meetings.get_minutes             ·     K K     · · K     K       K      ! · · ! ! !
meetings.individual_plan         ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_appeal             ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_stay               ·     K K     · · K     K       K      ! · · ! ! !
decisions.get_costs              ·     K K     · · K     K       K      ! · · ! ! !
decisions.appeals_of             ·     K K     · · K     K       K      ! · · ! ! !
decisions.appeals_of_case        ·     K K     · · K     K       K      ! · · ! ! !
decisions.appeals_by_id          ·     K K     · · K     K       K      ! · · ! ! !
decisions.stays_of               ·     K K     · · K     K       K      ! · · ! ! !
decisions.costs_of               ·     K K     · · K     K       K      ! · · ! ! !
decisions.reversals_of           ·     K K     · · K     K       K      ! · · ! ! !
decisions.steps_of               ·     K K     · · K     K       K      ! · · ! ! !
decisions.is_appealed            ·     K K     · · K     K       K      ! · · ! ! !
decisions.is_stayed              ·     K K     · · K     K       K      ! · · ! ! !
"""


@pytest.fixture(scope="module")
def service(
    server: Server, template: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Service]:
    with small_service(server, template, django_db_blocker, "seen") as made:
        yield made


def cells(grid: str, viewers: tuple[tuple[str, str], ...]) -> list[Any]:
    """One case a cell of a grid."""
    rows = [line.split() for line in grid.strip().splitlines()]
    return [
        pytest.param(row[0], who, hat, word, id=f"{who or 'ingen'}, {hat.removeprefix('oppvekst_')}: {row[0]}")
        for row in rows
        for (who, hat), word in zip(viewers, row[1:], strict=True)
    ]


@pytest.mark.parametrize(("table", "who", "hat", "word"), [*cells(AT_THE_DESK, PEOPLE), *cells(ELSEWHERE, LOGINS)])
def test_rows_of(service: Service, table: str, who: str, hat: str, word: str) -> None:
    with service.way(who, hat) as connection:
        assert seen(service, connection, table) == word


def test_every_table_is_asked_for_as_everybody(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    for grid in (AT_THE_DESK, ELSEWHERE):
        drawn = {line.split()[0] for line in grid.strip().splitlines()}
        assert drawn == set(service.rows), (
            f"Mangler i AT_THE_DESK eller ELSEWHERE: {sorted(set(service.rows) - drawn)}; finnes ikke: "
            f"{sorted(drawn - set(service.rows))}. En linje per tabell i begge; hva bokstavene betyr, står øverst."
        )
    viewers = len(PEOPLE) + len(LOGINS)
    with capsys.disabled():
        sys.stdout.write(f"\n{len(service.rows)} tabeller x {viewers} = {len(service.rows) * viewers} par ")


# The questions the rooms can answer, each asked of every story.

type Question = Callable[[Service, Actor], str]


def each(kind: str, ask: Callable[[Any], Any]) -> Question:
    """Asked of one story after the other: the letters of those that have an answer."""

    def answered(service: Service, by: Actor) -> str:
        ids = service.named()
        known = [letter for letter in STORIES if f"{kind}_{letter}" in ids]
        return "".join(letter for letter in known if _answers(ask, ids[f"{kind}_{letter}"])) or NONE

    return answered


def _answers(ask: Callable[[Any], Any], one: Any) -> bool:
    with suppress(NotFound):
        return bool(ask(one))
    return False


def rows(table: str, ask: Callable[[Service, Actor], Iterable[Any]]) -> Question:
    """Asked once: the letters of the rows in the answer."""
    return lambda service, by: in_letters(service.rows[table], {str(row.pk) for row in ask(service, by)})


def each_row(table: str, ask: Callable[[Any, Actor], Any]) -> Question:
    """Asked of every row of a table: the letters of those that have an answer."""

    def answered(service: Service, by: Actor) -> str:
        found = {key for key in service.rows[table] if _answers(lambda one: ask(one, by), UUID(key))}
        return in_letters(service.rows[table], found)

    return answered


def of_document(ask: Callable[[Any, Any], Any], kind: str = "document") -> Question:
    """Asked of each story that has a document, or another thing of a case, by its case and its own id."""

    def answered(service: Service, by: Actor) -> str:
        ids = service.named()
        return "".join(
            letter
            for letter in STORIES
            if f"{kind}_{letter}" in ids
            and _answers(lambda named: ask(*named), (ids[f"case_{letter}"], ids[f"{kind}_{letter}"]))
        ) or NONE  # fmt: skip

    return answered


def all_ids(service: Service, kind: str) -> list[Any]:
    return [value for key, value in service.named().items() if key.split("_")[0] == kind]


def found(service: Service, by: Actor) -> str:
    hits = [hit for name in ("Jonas", "Selma", "Idun", "Birk") for hit in cases.find_child(f"{name} Strand")]
    return in_letters(service.rows["cases_case"], {str(hit.case_id) for hit in hits})


def concern_then(ask: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda one: ask(concerns.get_concern(one))


# An act that nobody has been asked about: its kind, its subject and its words.
UNHEARD = ("help_at_home", UUID(int=0), "")

ASKED: dict[str, Question] = {
    "cases.residences": each("case", cases.residences),
    "cases.residence_on": each("case", lambda one: cases.residence_on(one, TODAY)),
    "cases.responsibilities": each("case", cases.responsibilities),
    "cases.responsibility_on": each("case", lambda one: cases.responsibility_on(one, TODAY)),
    "cases.understanding_on": each("case", lambda one: cases.understanding_on(one, TODAY)),
    "decisions.get_text": each("consent_text", decisions.get_text),
    "decisions.texts_of": each("case", decisions.texts_of),
    "decisions.get_consent": each("consent", decisions.get_consent),
    "decisions.standing": each(
        "consent_text", lambda one: decisions.standing(decisions.get_text(one), today=TODAY).answers or True
    ),
    "decisions.standings": each("case", lambda one: decisions.standings(cases.get_case(one), today=TODAY)),
    "decisions.consents_missing": each("case", lambda one: decisions.consents_missing(one, *UNHEARD, today=TODAY)),
    "decisions.consent_stands": each("case", lambda one: not decisions.consent_stands(one, *UNHEARD, today=TODAY)),
    "people.get_person": each("child", people.get_person),
    "people.get_person.address": each("child", lambda one: people.get_person(one).addresses.all()),
    "people.with_details": rows("people_person", lambda s, by: people.with_details(Person.objects.all())),
    "people.shieldings": each("child", people.shieldings),
    "people.kinds_of": each("child", lambda one: people.kinds_of(people.get_person(one))),
    "people.entrusted": each("child", people.entrusted),
    "people.is_entrusted": each("child", people.is_entrusted),
    "people.envelope": each("child", people.envelope),
    "cases.reveals": each("case", lambda one: not cases.reveals("Hei.", one)),
    "cases.shows_where": each("case", cases.shows_where),
    "cases.somebody_is_protected": each("case", cases.somebody_is_protected),
    "concerns.shows_where": each("concern", concern_then(concerns.shows_where)),
    "people.names": rows("people_person", lambda s, by: people.names(all_ids(s, "mother")).values()),
    "cases.get_case": each("case", cases.get_case),
    "cases.my_cases": rows("cases_case", lambda s, by: cases.my_cases(by)),
    "cases.cases_by_id": rows("cases_case", lambda s, by: cases.cases_by_id(all_ids(s, "case")).values()),
    "cases.parties": each("case", lambda one: cases.parties(Case(id=one))),
    "cases.hold_back": each("case", cases.hold_back),
    "cases.opened_pages": each("case", cases.opened_pages),
    "cases.uninformed": each("case", cases.uninformed),
    "cases.closings": each("case", cases.closings),
    "cases.disclosures": each("case", cases.disclosures),
    "cases.journal": each("case", cases.journal),
    "cases.grants": each("case", cases.grants),
    "cases.emergencies": rows("access_emergency", lambda s, by: cases.emergencies(by.municipality)),
    "cases.documents": each("case", cases.documents),
    "cases.get_document": of_document(cases.get_document),
    "cases.content_of": of_document(lambda *named: b"".join(cases.content_of(cases.get_document(*named)))),
    "cases.around": each("case", lambda one: cases.around(Case(id=one)).persons),
    "cases.get_tie": of_document(cases.get_tie, "tie"),
    "cases.happenings": each("case", cases.happenings),
    "cases.happening_lines": each("case", cases.happening_lines),
    "cases.get_happening": of_document(cases.get_happening, "happening"),
    "cases.kept_from_me": each("case", cases.kept_from_me),
    "cases.revealing": each("case", lambda one: not cases.revealing(["Hei."], one)[0]),
    "cases.find_child": found,
    "homes.get_offer": each_row("homes_offer", lambda one, by: homes.get_offer(one, by=by)),
    "homes.offers": rows("homes_offer", lambda s, by: homes.offers(by)),
    "homes.offers_by_id": rows("homes_offer", lambda s, by: homes.offers_by_id(all_ids(s, "offer")).values()),
    "homes.areas_offered": lambda s, by: "T" if homes.areas_offered(by) else NONE,
    "homes.get_wanted": each_row("homes_wanted", lambda one, by: homes.get_wanted(one, by=by)),
    "homes.wanted": rows("homes_wanted", lambda s, by: homes.wanted(by)),
    "homes.wanted_by_id": rows("homes_wanted", lambda s, by: homes.wanted_by_id(all_ids(s, "wanted")).values()),
    "prevention.get_request": each_row("prevention_request", lambda one, by: prevention.get_request(one, by=by)),
    "prevention.requests": rows("prevention_request", lambda s, by: prevention.requests(by)),
    "prevention.requests_by_id": rows(
        "prevention_request", lambda s, by: prevention.requests_by_id(all_ids(s, "request")).values()
    ),
    "prevention.get_group": each_row("prevention_group", lambda one, by: prevention.get_group(one, by=by)),
    "prevention.groups": rows("prevention_group", lambda s, by: prevention.groups(by)),
    "prevention.get_sign_up": each_row("prevention_signup", lambda one, by: prevention.get_sign_up(one, by=by)),
    "prevention.sign_ups_by_id": rows(
        "prevention_signup", lambda s, by: prevention.sign_ups_by_id(all_ids(s, "sign")).values()
    ),
    "prevention.seats": each_row("prevention_group", lambda one, by: prevention.seats(Group(id=one))),
    "prevention.get_contact": each_row("prevention_schoolcontact", lambda one, by: prevention.get_contact(one, by=by)),
    "prevention.contacts": rows("prevention_schoolcontact", lambda s, by: prevention.contacts(by)),
    "prevention.discussions": rows("prevention_helddiscussion", lambda s, by: prevention.discussions(by)),
    "prevention.get_discussion": each_row(
        "prevention_helddiscussion", lambda one, by: prevention.get_discussion(one, by=by)
    ),
    "prevention.agreed_discussions": rows(
        "prevention_agreeddiscussion", lambda s, by: prevention.agreed_discussions(by)
    ),
    "prevention.get_agreed": each_row("prevention_agreeddiscussion", lambda one, by: prevention.get_agreed(one, by=by)),
    "prevention.get_booking": each_row("prevention_booking", lambda one, by: prevention.get_booking(one, by=by)),
    "prevention.evenings": each_row("prevention_group", lambda one, by: prevention.evenings(Group(id=one))),
    "prevention.bookings": each_row("prevention_group", lambda one, by: prevention.bookings(Group(id=one))),
    "prevention.participants": each_row("prevention_group", lambda one, by: prevention.participants(Group(id=one))),
    "prevention.activities": rows("prevention_activity", lambda s, by: prevention.activities(by)),
    "prevention.get_activity": each_row("prevention_activity", lambda one, by: prevention.get_activity(one, by=by)),
    "prevention.names_taking_part": each_row(
        "prevention_group", lambda one, by: prevention.names_taking_part(by, today=TODAY)
    ),
    "prevention.yearly": each_row("prevention_group", lambda one, by: prevention.yearly(TODAY.year, by=by)),
    "prevention.years": each_row("prevention_group", lambda one, by: prevention.years(by, today=TODAY)),
    "concerns.get_concern": each("concern", concerns.get_concern),
    "concerns.inbox": rows("concerns_concern", lambda s, by: concerns.inbox(by)),
    "concerns.concerns_by_id": rows(
        "concerns_concern", lambda s, by: concerns.concerns_by_id(all_ids(s, "concern")).values()
    ),
    "concerns.of_case": each("case", concerns.of_case),
    "concerns.siblings": each("enquiry", lambda one: concerns.siblings(Concern(enquiry_id=one))),
    "concerns.candidates": each("concern", concern_then(concerns.candidates)),
    "concerns.earlier": each("case", lambda one: concerns.earlier(Concern(case_id=one))),
    "concerns.quarantined": rows("concerns_message", lambda s, by: concerns.quarantined()),
    "concerns.accounts": lambda s, by: "".join(told.message_name[-1] for told in concerns.accounts(TODAY)) or NONE,
    "investigations.get_investigation": each("investigation", investigations.get_investigation),
    "investigations.by_id": rows(
        "investigations_investigation", lambda s, by: investigations.by_id(all_ids(s, "investigation")).values()
    ),
    "investigations.of_case": each("case", investigations.of_case),
    "investigations.is_open": each("case", investigations.is_open),
    "investigations.assessment_of": each("investigation", investigations.assessment_of),
    "investigations.needs_of": each("needs", investigations.needs_of),
    "investigations.sheets": each("needs", investigations.sheets),
    "investigations.versions_of": each("needs", lambda one: investigations.versions_of(one, "1.1.01")),
    "investigations.grounds_of": each("investigation", investigations.grounds_of),
    "investigations.get_talk": each("talk", investigations.get_talk),
    "investigations.talks_of_case": each("case", investigations.talks_of_case),
    "investigations.get_trusted_person": each("trusted", investigations.get_trusted_person),
    "investigations.trusted_persons": each("case", investigations.trusted_persons),
    "investigations.get_withholding": each("withholding", investigations.get_withholding),
    "investigations.withheld_now": each("case", investigations.withheld_now),
    "investigations.participation_of": each("investigation", investigations.participation_of),
    "investigations.voice_of_case": each("case", lambda one: investigations.voice_of_case(one).talks),
    "investigations.words_to_show": each("case", investigations.words_to_show),
    "investigations.words_with_access": each("case", investigations.words_with_access),
    "investigations.calendar_of_parents": each(
        "case", lambda one: investigations.calendar_of_parents(one, since=TODAY)
    ),
    "investigations.get_note": each("note", investigations.get_note),
    "investigations.field_notes": each("investigation", investigations.field_notes),
    "investigations.get_visit": each("visit", investigations.get_visit),
    "investigations.visits_of": each("investigation", investigations.visits_of),
    "investigations.standing_text": each(
        "visit", lambda one: investigations.standing_text(investigations.get_visit(one))
    ),
    "investigations.texts_stood": each(
        "visit", lambda one: investigations.texts_stood(investigations.get_visit(one), 1)
    ),
    "investigations.texts_aside": each("visit", lambda one: investigations.texts_aside(investigations.get_visit(one))),
    "investigations.get_asked": each("asked", investigations.get_asked),
    "investigations.information_requests": each("investigation", investigations.information_requests),
    "investigations.get_expert_opinion": each("opinion", investigations.get_expert_opinion),
    "investigations.expert_opinions": each("investigation", investigations.expert_opinions),
    "investigations.leader_acts": each("investigation", investigations.leader_acts),
    "investigations.get_told": each("told", investigations.get_told),
    "investigations.shown_to_family": each("investigation", investigations.shown_to_family),
    "investigations.told_in_words": each("investigation", investigations.told_in_words),
    "investigations.get_row": each("row", investigations.get_row),
    "investigations.plan_rows": each("investigation", investigations.plan_rows),
    "investigations.get_version": each("version", investigations.get_version),
    "investigations.versions": each("investigation", investigations.versions),
    "decisions.get_decision": each("decision", decisions.get_decision),
    "decisions.of_case": each("case", decisions.of_case),
    "decisions.by_id": rows("decisions_decision", lambda s, by: decisions.by_id(all_ids(s, "decision")).values()),
    "decisions.addressees": each("decision", decisions.addressees),
    "decisions.texts": each("decision", decisions.texts),
    "decisions.history": each("decision", lambda one: decisions.history(one, "facts")),
    "decisions.aside": each("decision", decisions.aside),
    "measures.get_measure": each("measure", measures.get_measure),
    "measures.held_measure": each("measure", measures.held_measure),
    "measures.of_case": each("case", measures.of_case),
    "measures.by_id": rows("measures_measure", lambda s, by: measures.by_id(all_ids(s, "measure")).values()),
    "measures.plan_of": each("measure", measures.plan_of),
    "measures.goals_of": each("measure", measures.goals_of),
    "measures.evaluations_of": each("measure", measures.evaluations_of),
    "measures.plans_of": each("measure", measures.plans_of),
    "measures.plans_of_case": each("case", measures.plans_of_case),
    "measures.get_goal": each("goal", measures.get_goal),
    "measures.appointments_of": each("measure", measures.appointments_of),
    "measures.get_appointment": each("appointment", measures.get_appointment),
    "measures.occasions_of": each("measure", measures.occasions_of),
    "measures.get_occasion": each("occasion", measures.get_occasion),
    "measures.asked_homes_of": each("measure", measures.asked_homes_of),
    "measures.get_asked_home": each("asked_home", measures.get_asked_home),
    "measures.get_supervision_visit": each("supervision_visit", measures.get_supervision_visit),
    "measures.get_supervision_summary": each("supervision_summary", measures.get_supervision_summary),
    "measures.supervision_plans_of": each("measure", measures.supervision_plans_of),
    "measures.supervision_visits_of": each("measure", measures.supervision_visits_of),
    "measures.supervision_summaries_of": each("measure", measures.supervision_summaries_of),
    "measures.support_applications": each("case", measures.support_applications),
    "measures.get_support_application": each("support", measures.get_support_application),
    "measures.bases_of": each("measure", measures.bases_of),
    "measures.get_basis": each("basis", measures.get_basis),
    "measures.get_payment": each("payment", measures.get_payment),
    "measures.to_send": rows("measures_payment", lambda s, by: measures.to_send(by)),
    "measures.stay_of": each("measure", measures.stay_of),
    "measures.protocols_of": each("measure", measures.protocols_of),
    "measures.get_protocol": each("protocol", measures.get_protocol),
    "measures.get_place": each("place", measures.get_place),
    "measures.places_of": each("case", measures.places_of),
    "measures.start_of": each("case", lambda one: measures.start_of(cases.get_case(one), today=TODAY)),
    "measures.get_offer": each_row("measures_offer", lambda one, by: measures.get_offer(one, by=by)),
    "measures.catalogue": rows("measures_offer", lambda s, by: measures.catalogue(by, measures.Chosen(), today=TODAY)),
    "measures.who_can_help": rows(
        "measures_offer",
        lambda s, by: [one.offer for one in measures.who_can_help(by, measures.Wanted(today=TODAY))],
    ),
    "measures.get_provider": each_row("measures_provider", lambda one, by: measures.get_provider(one, by=by)),
    "measures.providers": rows("measures_provider", lambda s, by: measures.providers(by, today=TODAY)),
    "measures.get_agreement": each_row("measures_agreement", lambda one, by: measures.get_agreement(one, by=by)),
    "measures.agreements_by_id": rows(
        "measures_agreement",
        lambda s, by: measures.agreements_by_id(UUID(key) for key in s.rows["measures_agreement"]).values(),
    ),
    "measures.get_certificate": each_row(
        "measures_workercertificate", lambda one, by: measures.get_certificate(one, by=by)
    ),
    "meetings.get_group": each("meeting_group", meetings.get_group),
    "meetings.groups_of_case": each("case", meetings.groups_of_case),
    "meetings.council_of": each("meeting_group", lambda one: meetings.council_of(meetings.get_group(one))),
    "meetings.members_of": each("meeting_group", meetings.members_of),
    "meetings.table": each("meeting_group", lambda one: meetings.table(meetings.get_group(one), today=TODAY)),
    "meetings.get_member": each("member", meetings.get_member),
    "meetings.sharings_of": each("member", meetings.sharings_of),
    "meetings.get_meeting": each("meeting", meetings.get_meeting),
    "meetings.meetings_of": each("meeting_group", meetings.meetings_of),
    "meetings.meetings_of_case": each("case", meetings.meetings_of_case),
    "meetings.invitations_of": each("meeting", meetings.invitations_of),
    "meetings.parts_of": each("meeting", meetings.parts_of),
    "meetings.tasks_of": each("meeting", meetings.tasks_of),
    "meetings.wish_of": each("meeting", meetings.wish_of),
    "meetings.given_of": each("meeting", meetings.given_of),
    "meetings.outgoing": each("meeting", lambda one: meetings.outgoing(meetings.get_meeting(one), at=AT)),
    "meetings.handed": each("meeting", lambda one: meetings.handed(meetings.get_meeting(one), at=AT)),
    "meetings.get_invitation": each("invitation", meetings.get_invitation),
    "meetings.get_task": each("task", meetings.get_task),
    "meetings.get_minutes": each("minutes", meetings.get_minutes),
    "meetings.individual_plan": each("case", meetings.individual_plan),
    "decisions.get_appeal": each("appeal", decisions.get_appeal),
    "decisions.get_stay": each("stay", decisions.get_stay),
    "decisions.get_costs": each("costs", decisions.get_costs),
    "decisions.appeals_of": each("decision", decisions.appeals_of),
    "decisions.appeals_of_case": each("case", decisions.appeals_of_case),
    "decisions.appeals_by_id": rows(
        "decisions_appeal", lambda s, by: decisions.appeals_by_id(all_ids(s, "appeal")).values()
    ),
    "decisions.stays_of": each("decision", decisions.stays_of),
    "decisions.costs_of": each("decision", decisions.costs_of),
    "decisions.reversals_of": each("decision", decisions.reversals_of),
    "decisions.steps_of": each("appeal", decisions.steps_of),
    "decisions.is_appealed": each("decision", decisions.is_appealed),
    "decisions.is_stayed": each("decision", decisions.is_stayed),
    "decisions.sent_decision": each("decision", decisions.sent_decision),
    "decisions.everybody": each("decision", decisions.everybody),
    "decisions.newest_copies": each("decision", decisions.newest_copies),
    "decisions.get_addressee": each_row("decisions_addressee", lambda one, by: decisions.get_addressee(one)),
    "decisions.get_copy": each_row("decisions_copy", lambda one, by: decisions.get_copy(one)),
    "agenda.worklist": rows("agenda_item", lambda s, by: worklist.worklist(by)),
    "agenda.own_between": rows(
        "agenda_item", lambda s, by: worklist.own_between(by, TODAY, TODAY + timedelta(days=365))
    ),
    "agenda.items_of": each("concern", worklist.items_of),
    "agenda.items_of_case": each("case", worklist.items_of_case),
    "agenda.untaken": rows("agenda_alarm", lambda s, by: worklist.untaken(by)),
}

# Asked of a row that somebody has read already, or asked by nobody at the desk.
ASKED_OTHERWISE = {
    "cases.as_link",
    "cases.must_be_there",
    "cases.in_the_way", "cases.standing_closing", "cases.closed_cases", "cases.my_closings", "cases.my_closing",
    "cases.case_by_number",
    "cases.get_extract",
    "cases.extracts",
    "cases.my_pages",
    "cases.get_disclosure",
    "concerns.facts_of", "concerns.may_answer", "concerns.on_envelope", "concerns.outlook", "concerns.proposals",
    "concerns.reporter", "concerns.receipt", "concerns.stand_of", "investigations.facts_of",
    "investigations.texts_at", "investigations.texts_of",
    "investigations.counted", "investigations.facts_of_talk", "investigations.own_words", "investigations.get_own_words",
    "investigations.visit_texts", "investigations.my_visits", "investigations.waiting", "investigations.log_in_here",
    "investigations.goes_on_here",
    "homes.must_see", "homes.named", "homes.contact_days", "homes.contact_limit", "homes.promised", "homes.facts_of",
    "homes.outlook", "homes.stand_of", "homes.names_of",
    "homes.answer_days", "homes.answer_limit", "homes.wish_of", "homes.in_touch", "homes.fitting", "homes.said_no_to",
    "homes.named_for", "homes.last_in_place", "homes.waiting_wanted", "homes.facts_of_wanted",
    "homes.facts_to_settle",
    "homes.home_stands", "homes.to_be_told",
    "cases.may_go_out",
    "prevention.must_see", "prevention.figures", "prevention.call_back_limit", "prevention.facts_of", "prevention.outlook",
    "prevention.names_of", "prevention.receipt", "prevention.standings",
    "information.language_state",
    "decisions.legal_sections", "decisions.reversal_facts", "decisions.stay_facts", "decisions.costs_facts", "decisions.timing",
    "decisions.act_of", "decisions.consent_texts", "decisions.consents_lacking", "decisions.drafts_resting_on_consent",
    "decisions.facts_of", "decisions.digest", "decisions.paragraphs", "decisions.content_of",
    "measures.agreement_on", "measures.agreements_of", "measures.call_off_facts", "measures.certificates_of",
    "measures.certificates_on", "measures.has_room", "measures.in_force", "measures.must_read_catalogue",
    "measures.others_wait", "measures.wider", "measures.places_held", "measures.start_lacks",
    "measures.aftercare_facts", "measures.aftercare_talks",
    "measures.facts_of", "measures.evaluation_due", "measures.is_running", "measures.last_day",
    "measures.facts_of_test", "measures.who_can_be_tested", "measures.decisions_for", "measures.ending_decisions",
    "measures.of_decision", "measures.evaluations_due",
    "measures.facts_of_supervision", "measures.facts_of_summary", "measures.fewer_in", "measures.summary_for_evaluation",
    "measures.summed_up_to", "measures.supervision_months", "measures.supervision_plan_on", "measures.visits_between",
    "measures.answers_for", "measures.applications_answered_by", "measures.approver", "measures.came_in", "measures.ends_of",
    "measures.facts_of_basis", "measures.facts_of_line", "measures.facts_of_payment", "measures.is_corrected",
    "measures.months_without", "measures.waits_to_be_sent", "measures.who_may_apply", "measures.window_of",
    "measures.sent_in", "measures.latest_sendings",
    "measures.rests_on", "measures.tests_of",
    "concerns.current", "concerns.owed_after_investigation",
    "investigations.as_kept", "investigations.for_parents", "investigations.parents_version", "investigations.plan_says",
    "investigations.tally", "investigations.unassessed", "investigations.family_of",
    "investigations.my_investigations", "investigations.get_my_investigation",
    "decisions.facts_of_sending", "decisions.failed", "decisions.limit_of", "decisions.may_go_to", "decisions.notice_of",
    "decisions.road", "decisions.safe_phones", "decisions.ways_to", "decisions.withheld_from", "decisions.told_to",
    "decisions.letter_to", "decisions.lines_for", "decisions.said_in",
    # By the login of My page, which the room's own tests try.
    "decisions.my_copies", "decisions.my_copy", "decisions.letter_at_my_page",
    "measures.my_help", "measures.get_my_help",
    "meetings.my_invitation", "meetings.my_invitations", "meetings.my_minutes", "meetings.my_part",
    "meetings.facts_of", "meetings.givers_of", "meetings.around_child", "meetings.asked_for",
    "meetings.family_plans",
}  # fmt: skip

# What everybody may read, at the portal as at the desk.
PUBLISHED: dict[str, Callable[[], Any]] = {
    "homes.areas_of": lambda: homes.areas_of(SOLVIK),
    "information.broken_links": lambda: information.broken_links(SOLVIK),
    "information.children_of": lambda: information.children_of(SOLVIK, ""),
    "information.closures_for": lambda: information.closures_for(SOLVIK),
    "information.contact_points": lambda: information.contact_points(SOLVIK),
    "information.front": lambda: information.front(SOLVIK),
    "information.get_municipality": lambda: information.get_municipality(SOLVIK),
    "information.index": lambda: information.index(SOLVIK),
    "information.language_states": lambda: sorted(information.language_states(SOLVIK).items()),
    "information.lines_for": lambda: information.lines_for(SOLVIK),
    "information.news": lambda: information.news(SOLVIK),
    "information.page": lambda: information.page(SOLVIK, "slik-jobber-vi"),
    "information.page_with_questions": lambda: information.page_with_questions(SOLVIK, "slik-jobber-vi"),
    "information.phone_now_anywhere": lambda: information.phone_now_anywhere(Who.PARENT, at=AT),
    "information.phone_now_for": lambda: information.phone_now_for(SOLVIK, Who.PARENT, at=AT),
    "information.phone_of": lambda: information.phone_of(SOLVIK, Kind.DUTY),
    "information.phones": lambda: information.phones(SOLVIK),
    "information.pieces": lambda: information.pieces(SOLVIK),
    "information.questions_for": lambda: information.questions_for(SOLVIK),
    "information.search": lambda: information.search(SOLVIK, "nb", "telefon"),
    "information.sitemap": lambda: information.sitemap(SOLVIK),
    "prevention.areas_of": lambda: prevention.areas_of(SOLVIK),
    "prevention.held_groups": lambda: prevention.held_groups(SOLVIK, today=TODAY),
    "prevention.published_contacts": lambda: list(prevention.published_contacts(SOLVIK)),
    "prevention.published_group": lambda: prevention.published_group(SOLVIK, Group.objects.get().id),
}

# Every room that can be asked something; the worklist is asked as they are.
ROOMS: dict[str, ModuleType] = {
    room: import_module(f"oppvekst.domain.{room}.queries")
    for room in rooms()
    if find_spec(f"oppvekst.domain.{room}.queries")
} | {"agenda": worklist}


@pytest.mark.parametrize(("question", "who", "hat", "word"), cells(QUERIES, PEOPLE))
def test_answer_to(service: Service, question: str, who: str, hat: str, word: str) -> None:
    assert _answer(service, question, who, hat) == word


def _answer(service: Service, question: str, who: str, hat: str) -> str:
    service.named()
    with transaction.atomic(), acting("desk", service.token(who, hat)):
        by = entered()
        try:
            with transaction.atomic():
                answer = ASKED[question](service, by)
        except (ProgrammingError, NotAllowed):
            answer = REFUSED
        transaction.set_rollback(True)
    return answer


def test_every_public_question_is_asked_as_everybody() -> None:
    public = {
        f"{room}.{name}"
        for room, module in ROOMS.items()
        for name, what in vars(module).items()
        if inspect.isfunction(what) and not name.startswith("_") and what.__module__.startswith(module.__name__)
    }
    tried = {".".join(name.split(".")[:2]) for name in ASKED} | ASKED_OTHERWISE | set(PUBLISHED)
    assert public == tried, (
        f"Ikke spurt som noen: {sorted(public - tried)}; finnes ikke: {sorted(tried - public)}. Legg spørsmålet i ASKED "
        "med en linje i QUERIES, i PUBLISHED om alle kan lese svaret, eller i ASKED_OTHERWISE."
    )
    assert {line.split()[0] for line in QUERIES.strip().splitlines()} == set(ASKED)


def test_what_is_published_is_the_same_for_everybody(service: Service) -> None:
    told = _all_published("portal", None)
    for who, hat in PEOPLE:
        if who != SIRI_N:
            assert _all_published("desk", service.token(who, hat)) == told, f"{who}, {hat}"


def _all_published(face: str, token: str | None) -> dict[str, str]:
    with transaction.atomic(), acting(face, token) if token else acting(face):
        told = {name: repr(ask()) for name, ask in PUBLISHED.items()}
        transaction.set_rollback(True)
    return told


def test_the_worker_accounts_for_every_message(service: Service) -> None:
    with acting("worker"):
        assert [account.accounted_for for account in concerns.accounts(TODAY)] == [True, True]


def test_the_reporter_who_comes_back_learns_when_it_came_and_no_more(service: Service) -> None:
    with acting("owner"):
        reference = Concern.objects.get(id=service.names["concern_W"]).enquiry.reference
    with acting("portal"):
        told = concerns.receipt(SOLVIK, reference)
        assert told is not None
        assert vars(told) == {"received_at": AT, "read": False}
        assert concerns.receipt(NORDVAG, reference) is None


def test_the_operator_is_told_why_somebody_sees_a_case_or_does_not(service: Service) -> None:
    with acting("owner"):
        number = Case.objects.get(id=service.names["case_B"]).number
    there = {
        "DATABASE_URL_OWNER": service.server.url(logins.OWNER, service.database),
        "OPPVEKST_SECRET_KEY": "bare i prøver",
    }
    told = done("access", "explain", "--staff", "Ola Brandvold", "--case", number, "--municipality", "9998", **there)
    assert (told["sees"], told["hats"]) == (False, {logins.CASE: False})
    effects = {each["rule"]: (each["effect"], each["law"]) for each in told["reasons"]}
    assert effects["bar.disqualified"] == ("refuses", "fvl § 6")
    assert effects["grant.assigned"][0] == "gives"
    words = oppvekst(
        "access", "explain", "--staff", "marit.solheim", "--case", number, "--municipality", "9998", **there
    )
    assert words.stdout.startswith(f"Marit Solheim ser saken {number}.")
    assert "Rollen ser alle saker i kommunen (bvl § 15-3)" in words.stdout
    assert refused("access", "explain", "--staff", "Ingen", "--case", number, **there)["error"] in (
        "not_found",
        "incomplete",
    )
    assert (
        refused("access", "explain", "--staff", "Ola Brandvold", "--case", "1999-0001", **there)["error"] == "not_found"
    )


def test_who_works_for_two_municipalities_sees_one_at_a_time(service: Service) -> None:
    """One host, two registers (corrections.md 2.17): what Kari has on her hands in Solvik is not there in Vesle."""
    kari, token = service.world.staff[KARI], "et tegn på at hun er i Vesle"
    with transaction.atomic():
        vesle = add_municipality(9996, "Vesle", service=service.world.solvik.service)
        appoint(kari, "case_worker", municipality=vesle, since=LONG_AGO)
        Session.objects.create(
            municipality=vesle, staff=kari, token_hash=hashlib.sha256(token.encode()).digest(), hat=logins.CASE,
            started_at=AT, until=AT + timedelta(days=36500),
        )  # fmt: skip
        with acting("desk", token):
            assert entered().municipality == vesle.number
            shown = {model.__name__ for model in (Case, Concern, Item, Grant, Person, Entry) if model.objects.exists()}
            transaction.set_rollback(True)
        transaction.set_rollback(True)
    assert not shown


def draw(service: Service) -> str:
    """The grids as they are now, to be read before they are believed."""
    head = max(map(len, (*service.rows, *ASKED)))

    def line(name: str, words: Iterable[str], width: int = 8) -> str:
        return f"{name:{head}} " + " ".join(f"{word:{width}}" for word in words).rstrip()

    def table_line(table: str, viewers: tuple[tuple[str, str], ...], width: int) -> str:
        words = []
        for who, hat in viewers:
            with service.way(who, hat) as connection:
                words.append(seen(service, connection, table))
        return line(table, words, width)

    desk = [table_line(table, PEOPLE, 8) for table in service.rows]
    elsewhere = [table_line(table, LOGINS, 9) for table in service.rows]
    asked = [line(question, (_answer(service, question, who, hat) for who, hat in PEOPLE)) for question in ASKED]
    return "\n".join((*desk, "", *elsewhere, "", *asked))
