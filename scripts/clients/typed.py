"""What a caller does, through the client that openapi-python-client makes of openapi.yaml."""

import os

from client import AuthenticatedClient
from client.api.core_events import list_events
from client.api.core_listings import list_listings
from client.api.core_posts import create_post, get_post, list_posts
from client.api.core_users import list_users
from client.models import ErrorReply, PostCreate


def client_of(url):
    return AuthenticatedClient(base_url=os.environ[url], token=os.environ["API_KEY"])


api = client_of("BASE_URL")

first = list_posts.sync(client=api, limit=3)
assert len(first.data) == 3 and first.has_more and first.next_cursor is not None
print("✓ list")

second = list_posts.sync(client=api, limit=3, cursor=first.next_cursor)
assert second.data[0].id < first.data[-1].id and second.total_count == first.total_count
print("✓ page")

thread = PostCreate(
    forum_slug=first.data[0].forum_slug, title="Hello from typed Python", body="Generated."
)
key = "hello-from-typed-python"
created = create_post.sync_detailed(client=api, body=thread, idempotency_key=key).parsed
print("✓ create")
again = create_post.sync_detailed(client=api, body=thread, idempotency_key=key)
assert again.parsed.data == created.data
assert again.headers["Idempotency-Replayed"] == "true"
print("✓ replay")

refusal = create_post.sync(client=api, body=PostCreate(title="In no forum", body="Refused."))
assert isinstance(refusal, ErrorReply)
assert [(one.field, one.code) for one in refusal.error.details] == [("forum_slug", "required")]
print("✓ error")

post = get_post.sync(created.data.id, client=api).data
assert post == created.data and post.title == thread.title
assert post.parent_post_id is None and post.edited_at is None
print("✓ null")

future = client_of("FUTURE_URL")
assert "unheard.of" in [event.type_ for event in list_events.sync(client=future, limit=100).data]
assert "unheard_of" in [one.status for one in list_listings.sync(client=future).data]
assert 99 in [user.role for user in list_users.sync(client=future).data]
assert get_post.sync(999999999, client=future).error.code == "unheard_of"
print("✓ unheard")
