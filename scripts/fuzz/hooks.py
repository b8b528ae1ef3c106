"""What schemathesis is told beside the contract. Loaded by `npm run check:fuzz`."""

import re

import schemathesis
from hypothesis import strategies as st

# One line of text that somebody can see: no check of the format is repeated here, only what surely is one.
schemathesis.openapi.format(
    "line",
    st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po"]), min_size=1, max_size=60),
)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """The cookie has the name that a server outside production gives it, as its description says."""
    raw_schema["components"]["securitySchemes"]["sessionCookie"]["name"] = "mobieus_session"


# The codes of faults that follow from a schema alone. Any other fault hangs on rows, rights or a
# signature (a member who does not exist, a slug that is taken, a cursor that nobody issued), of
# which a schema says nothing.
FAULTS_OF_A_SCHEMA = {
    "enum",
    "format",
    "pattern",
    "required",
    "too_few",
    "too_large",
    "too_long",
    "too_many",
    "too_short",
    "too_small",
    "type",
    "unknown_field",
}


def is_spelled_as_decimal(case, fault):
    """An integer of a URL is written with digits alone; the tool writes some of its integers as `11.0`."""
    sent = {**(case.path_parameters or {}), **(case.query or {})}
    written = str(sent.get(fault["field"], ""))
    return fault["code"] == "type" and re.fullmatch(r"-?\d+\.0+", written) is not None


def is_of_two_fields(fault):
    """Fields that another field of the request, a topic or the address of a sender ask for; no schema says so."""
    return re.fullmatch(r"scope_id|custom_fields(\[\d+\]\.options|\..+)", fault["field"]) is not None


def is_null_of_path(case, fault):
    """The tool puts a null of an earlier answer into a path as a word, whatever the parameter's pattern."""
    sent = case.path_parameters or {}
    return fault["field"] in sent and str(sent[fault["field"]]) in ("null", "None")


@schemathesis.check
def valid_data_is_refused_by_no_schema(ctx, response, case):
    """A request that keeps to the contract is never refused for breaking it."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if response.status_code not in (400, 422):
        return
    error = response.json()["error"]
    broken = [
        f"{fault['field']} {fault['message']} ({fault['code']})"
        for fault in error.get("details", [])
        if fault["code"] in FAULTS_OF_A_SCHEMA
        and not (
            is_spelled_as_decimal(case, fault) or is_of_two_fields(fault) or is_null_of_path(case, fault)
        )
    ]
    known = error["code"] == "idempotency_key_reused" or error.get("details")
    if broken or not known:
        raise AssertionError(f"Valid data was refused: {'; '.join(broken) or error['message']}")
