"""Lists posts and creates one, through the client that openapi-generator makes of openapi.yaml."""

import os

from openapi_client import ApiClient, Configuration, CorePostsApi, ErrorReply, PostCreate
from openapi_client.exceptions import UnprocessableEntityException


def print_page(label, page):
    print(label, len(page.data), "of", page.total_count)
    for post in page.data:
        print(" ", post.id, post.title)


configuration = Configuration(host=os.environ["BASE_URL"], access_token=os.environ["API_KEY"])

with ApiClient(configuration) as client:
    posts = CorePostsApi(client)

    first = posts.list_posts(limit=3)
    print_page("page 1:", first)
    assert len(first.data) == 3 and first.has_more and first.next_cursor is not None

    second = posts.list_posts(limit=3, cursor=first.next_cursor)
    print_page("page 2:", second)
    assert second.data[0].id < first.data[-1].id and second.total_count == first.total_count

    thread = PostCreate(
        forum_slug=first.data[0].forum_slug, title="Hello from Python", body="Generated."
    )
    created = posts.create_post_with_http_info(thread, idempotency_key="hello-from-python")
    again = posts.create_post_with_http_info(thread, idempotency_key="hello-from-python")
    print("created:", created.data.data.id, "again:", again.data.data.id)
    assert again.data.data == created.data.data
    assert again.headers["Idempotency-Replayed"] == "true"

    post = posts.get_post(created.data.data.id).data
    print("read back:", post.title, post.created_at, "edited:", post.edited_at)
    assert post == created.data.data and post.title == thread.title
    assert post.parent_post_id is None and post.edited_at is None
    assert posts.list_posts(limit=1).total_count == first.total_count + 1

    try:
        posts.create_post(PostCreate(title="In no forum", body="Refused."))
        raise AssertionError("a thread without a forum was accepted")
    except UnprocessableEntityException as refusal:
        assert isinstance(refusal.data, ErrorReply)
        error = refusal.data.error
        # openapi-generator calls it var_field: pydantic's models have a `field` already.
        faults = [(one.var_field, one.code, one.message) for one in error.details]
        print("refused:", refusal.status, error.code.value, *faults)
        assert faults == [("forum_slug", "required", "is required")]
