"""What a caller does, through the client that openapi-generator makes of openapi.yaml."""

import os

from openapi_client import (
    ApiClient,
    Configuration,
    CoreEventsApi,
    CoreListingsApi,
    CorePostsApi,
    CoreUsersApi,
    ErrorReply,
    PostCreate,
)
from openapi_client.exceptions import NotFoundException, UnprocessableEntityException


def client_of(url):
    return ApiClient(Configuration(host=os.environ[url], access_token=os.environ["API_KEY"]))


posts = CorePostsApi(client_of("BASE_URL"))

first = posts.list_posts(limit=3)
assert len(first.data) == 3 and first.has_more and first.next_cursor is not None
print("✓ list")

second = posts.list_posts(limit=3, cursor=first.next_cursor)
assert second.data[0].id < first.data[-1].id and second.total_count == first.total_count
print("✓ page")

thread = PostCreate(
    forum_slug=first.data[0].forum_slug, title="Hello from Python", body="Generated."
)
created = posts.create_post_with_http_info(thread, idempotency_key="hello-from-python")
print("✓ create")
again = posts.create_post_with_http_info(thread, idempotency_key="hello-from-python")
assert again.data.data == created.data.data
assert again.headers["Idempotency-Replayed"] == "true"
print("✓ replay")

try:
    posts.create_post(PostCreate(title="In no forum", body="Refused."))
    raise AssertionError("a thread without a forum was accepted")
except UnprocessableEntityException as refusal:
    assert isinstance(refusal.data, ErrorReply)
    # openapi-generator calls it var_field: pydantic's models have a `field` already.
    faults = [(one.var_field, one.code, one.message) for one in refusal.data.error.details]
    assert faults == [("forum_slug", "required", "is required")]
print("✓ error")

post = posts.get_post(created.data.data.id).data
assert post == created.data.data and post.title == thread.title
assert post.parent_post_id is None and post.edited_at is None
print("✓ null")

future = client_of("FUTURE_URL")
assert "unheard.of" in [event.type for event in CoreEventsApi(future).list_events(limit=100).data]
assert "unheard_of" in [one.status for one in CoreListingsApi(future).list_listings().data]
assert 99 in [user.role for user in CoreUsersApi(future).list_users().data]
try:
    CorePostsApi(future).get_post(999999999)
    raise AssertionError("there is such a post")
except NotFoundException as failure:
    assert failure.data.error.code == "unheard_of"
print("✓ unheard")
