import java.util.List;
import java.util.Objects;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.CoreEventsApi;
import org.openapitools.client.api.CoreListingsApi;
import org.openapitools.client.api.CorePostsApi;
import org.openapitools.client.auth.HttpBearerAuth;
import org.openapitools.client.model.ErrorReply;
import org.openapitools.client.model.Post;
import org.openapitools.client.model.PostCreate;
import org.openapitools.client.model.PostListReply;

/** What a caller does, through the client that openapi-generator makes of openapi.yaml. */
public class Main {
  public static void main(String[] args) throws Exception {
    CorePostsApi posts = new CorePostsApi(client("BASE_URL"));

    PostListReply first = posts.listPosts(null, null, null, null, 3);
    check(first.getData().size() == 3 && first.getHasMore(), "the first page");
    System.out.println("✓ list");

    PostListReply second = posts.listPosts(null, null, null, first.getNextCursor(), 3);
    check(second.getData().get(0).getId() < first.getData().get(2).getId(), "the second page");
    check(second.getTotalCount().equals(first.getTotalCount()), "one total for all pages");
    System.out.println("✓ page");

    PostCreate thread = new PostCreate().title("Hello from Main").body("Generated.");
    thread.setForumSlug(first.getData().get(0).getForumSlug());
    Post created = posts.createPost(thread, "hello-from-Main").getData();
    System.out.println("✓ create");
    var again = posts.createPostWithHttpInfo(thread, "hello-from-Main");
    check(again.getData().getData().equals(created), "the same post for the same key");
    check(again.getHeaders().get("idempotency-replayed").equals(List.of("true")), "the replay says so");
    System.out.println("✓ replay");

    try {
      posts.createPost(new PostCreate().title("In no forum").body("Refused."), null);
      throw new AssertionError("a thread without a forum was accepted");
    } catch (ApiException refusal) {
      var fault = read(refusal).getError().getDetails().get(0);
      check(refusal.getCode() == 422 && fault.getField().equals("forum_slug"), "the details");
    }
    System.out.println("✓ error");

    Post post = posts.getPost(created.getId()).getData();
    check(post.equals(created) && Objects.equals(post.getTitle(), thread.getTitle()), "the title");
    check(post.getParentPostId() == null && post.getEditedAt() == null, "null stays null");
    System.out.println("✓ null");

    ApiClient future = client("FUTURE_URL");
    var events = new CoreEventsApi(future).listEvents(null, null, null, null, null, 100).getData();
    check(events.stream().anyMatch(event -> event.getType().equals("unheard.of")), "a type");
    var listings = new CoreListingsApi(future).listListings(null, null, null, null, null).getData();
    check(listings.stream().anyMatch(one -> one.getStatus().equals("unheard_of")), "a status");
    try {
      new CorePostsApi(future).getPost(999999999L);
      throw new AssertionError("there is such a post");
    } catch (ApiException missing) {
      check(read(missing).getError().getCode().equals("unheard_of"), "a code");
    }
    System.out.println("✓ unheard");
  }

  private static ApiClient client(String url) {
    ApiClient client = new ApiClient().setBasePath(System.getenv(url));
    HttpBearerAuth key = (HttpBearerAuth) client.getAuthentication("bearerAuth");
    key.setBearerToken(System.getenv("API_KEY"));
    return client;
  }

  private static ErrorReply read(ApiException refusal) throws Exception {
    return JSON.deserialize(refusal.getResponseBody(), ErrorReply.class);
  }

  private static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError("not so: " + what);
  }
}
