import java.util.List;
import java.util.Objects;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.CorePostsApi;
import org.openapitools.client.model.ErrorReply;
import org.openapitools.client.model.Post;
import org.openapitools.client.model.PostCreate;
import org.openapitools.client.model.PostListReply;

/** Lists posts and creates one, through the client that openapi-generator makes of openapi.yaml. */
public class Main {
  public static void main(String[] args) throws ApiException {
    ApiClient client = new ApiClient().setBasePath(System.getenv("BASE_URL"));
    client.setBearerToken(System.getenv("API_KEY"));
    CorePostsApi posts = new CorePostsApi(client);

    PostListReply first = posts.listPosts(null, null, null, null, 3);
    print("page 1:", first);
    check(first.getData().size() == 3 && first.getHasMore(), "the first page");

    PostListReply second = posts.listPosts(null, null, null, first.getNextCursor(), 3);
    print("page 2:", second);
    check(second.getData().get(0).getId() < first.getData().get(2).getId(), "the second page");
    check(second.getTotalCount().equals(first.getTotalCount()), "one total for all pages");

    PostCreate thread = new PostCreate().title("Hello from Java").body("Generated.");
    thread.setForumSlug(first.getData().get(0).getForumSlug());
    Post created = posts.createPost(thread, "hello-from-java").getData();
    var again = posts.createPostWithHttpInfo(thread, "hello-from-java");
    System.out.println("created: " + created.getId() + " again: " + again.getData().getData().getId());
    check(again.getData().getData().equals(created), "the same post for the same key");
    check(again.getHeaders().get("idempotency-replayed").equals(List.of("true")), "the replay says so");

    Post post = posts.getPost(created.getId()).getData();
    System.out.println(
        "read back: " + post.getTitle() + " " + post.getCreatedAt() + " edited: " + post.getEditedAt());
    check(post.equals(created) && Objects.equals(post.getTitle(), thread.getTitle()), "the title");
    check(post.getParentPostId() == null && post.getEditedAt() == null, "null stays null");

    try {
      posts.createPost(new PostCreate().title("In no forum").body("Refused."), null);
      throw new AssertionError("a thread without a forum was accepted");
    } catch (ApiException refusal) {
      ErrorReply reply = JSON.deserialize(refusal.getResponseBody(), ErrorReply.class);
      var error = reply.getError();
      var fault = error.getDetails().get(0);
      System.out.println("refused: " + refusal.getCode() + " " + error.getCode() + " " + fault);
      check(refusal.getCode() == 422 && fault.getField().equals("forum_slug"), "the details");
    }
  }

  private static void print(String label, PostListReply page) {
    System.out.println(label + " " + page.getData().size() + " of " + page.getTotalCount());
    page.getData().forEach(post -> System.out.println("  " + post.getId() + " " + post.getTitle()));
  }

  private static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError("not so: " + what);
  }
}
